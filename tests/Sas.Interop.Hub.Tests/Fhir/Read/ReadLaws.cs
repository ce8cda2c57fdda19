using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Fhir.Read;
using Sas.Interop.Hub.Tests.Availability;

namespace Sas.Interop.Hub.Tests.Fhir.Read;

/// <summary>What holds for whatever a caller sends.</summary>
internal sealed class ReadLaws
{
    private const string Alphabet = "0123456789abcdefABCDEF-.%/\\ \0é7|,+";

    [Test]
    public void Read_AnyText_IsNotFoundAndNoFault()
    {
        using var rig = new ReadRig();
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), Gen.Elements(Enum.GetValues<ServedType>()).ToArbitrary(), (id, type) =>
            rig.ReadAsync(type, id).GetAwaiter().GetResult().Status == 404).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Read_BentId_FindsOnlyWhatHasThisVeryId()
    {
        using var rig = new ReadRig();
        string[] known =
        [
            .. rig.SlotIds(Some.Owner), .. rig.SlotIds(ReadRig.Association), .. rig.PlaceIds(Some.Owner), .. rig.PlaceIds(ReadRig.Association),
            Some.Owner.ToString(), Some.OtherOwner.ToString(), ReadRig.Association.ToString(), ReadRig.Community.Finess, ReadRig.OtherFiness,
        ];
        var bent =
            from id in Gen.Elements(known)
            from at in Gen.Choose(0, id.Length - 1)
            from with in Gen.Elements(Alphabet.ToCharArray())
            from how in Gen.Choose(0, 3)
            select how switch
            {
                0 => id[..at] + with + id[(at + 1)..],
                1 => id[..at] + id[(at + 1)..],
                2 => id.Insert(at, with.ToString()),
                _ => id.ToUpperInvariant(),
            };

        Prop.ForAll(bent.ToArbitrary(), Gen.Elements(Enum.GetValues<ServedType>()).ToArbitrary(), (id, type) =>
        {
            var read = rig.ReadAsync(type, id).GetAwaiter().GetResult();
            return read.Status == 404 || (read.Status == 200 && read.Json.GetProperty("id").GetString() == id && read.Json.GetProperty("resourceType").GetString() == type.ToString());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Test]
    public void Find_AnyValues_AreAnsweredOrRefused()
    {
        using var rig = new ReadRig();
        var names = PlainParameters.Types.SelectMany(static type => PlainParameters.Of(type).Select(parameter => (type, parameter.Name))).ToArray();
        var searches =
            from name in Gen.Elements(names)
            from value in Gen.ArrayOf(Gen.Elements((Alphabet + "810000000017Practitioner_&=#").ToCharArray()))
            select $"{name.type}?{name.Name}={new string(value).Replace('#', 'x')}";

        Prop.ForAll(searches.ToArbitrary(), search => rig.FindAsync(search).GetAwaiter().GetResult().Status is 200 or 400).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }
}
