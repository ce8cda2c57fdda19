using System.Security.Cryptography.X509Certificates;
using System.Text;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Security.Certificates;

namespace Sas.Interop.Hub.Tests.Security.Certificates;

/// <summary>What a distinguished name says is read from its bytes, whatever they are.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class SubjectNameTests
{
    [Test]
    public void Read_AnyValues_GivesThemBack() => Prop.ForAll(
        Values().ToArbitrary(),
        Values().ToArbitrary(),
        static (names, units) =>
        {
            var builder = new X500DistinguishedNameBuilder();
            builder.AddCountryOrRegion("FR");
            names.ToList().ForEach(name => builder.AddCommonName(name));
            units.ToList().ForEach(builder.AddOrganizationalUnitName);

            var read = SubjectName.Read(builder.Build().RawData);

            // The builder writes the last part first.
            return read is not null
                && read.CommonNames.Order(StringComparer.Ordinal).SequenceEqual(names.Order(StringComparer.Ordinal))
                && read.Units.Order(StringComparer.Ordinal).SequenceEqual(units.Order(StringComparer.Ordinal))
                && read.CommonName is null == (names.Count != 1);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Read_BytesChangedOrCut_NeverThrows() => Prop.ForAll(
        Gen.Choose(0, 10_000).ToArbitrary(),
        Gen.Choose(0, 255).ToArbitrary(),
        static (place, value) =>
        {
            var bytes = new X500DistinguishedName("CN=platform.example, OU=Unit A, OU=Unit B, O=Example, C=FR").RawData;
            bytes[place % bytes.Length] = (byte)value;
            _ = SubjectName.Read(bytes);
            _ = SubjectName.Read(bytes.AsMemory(0, place % bytes.Length));
            return true;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Read_TwoAttributesInOnePart_SeesBoth()
    {
        // SET { CN=a, OU=b } within one SEQUENCE.
        byte[] name = [0x30, 0x16, 0x31, 0x14, 0x30, 0x08, 0x06, 0x03, 0x55, 0x04, 0x03, 0x0C, 0x01, (byte)'a', 0x30, 0x08, 0x06, 0x03, 0x55, 0x04, 0x0B, 0x0C, 0x01, (byte)'b'];

        var read = SubjectName.Read(name);

        Assert.That((read?.CommonName, read?.Units.Single()), Is.EqualTo(("a", "b")));
    }

    [Test]
    public void Read_MoreAttributesThanAllowed_IsNull()
    {
        var builder = new X500DistinguishedNameBuilder();
        for (var count = 0; count <= SubjectName.MostAttributes; count++)
        {
            builder.AddOrganizationalUnitName("unit");
        }

        Assert.That(SubjectName.Read(builder.Build().RawData), Is.Null);
    }

    [Test]
    public void Remove_WhatTheStandardEscapes_IsTheValue() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        static text =>
        {
            var value = string.Concat(text.Get.Where(static c => !char.IsSurrogate(c)));
            return NameEscapes.Remove(Escaped(value)) == value;
        }).QuickCheckThrowOnFailure();

    [TestCase(@"a\, b", "a, b")]
    [TestCase(@"a\2C b", "a, b")]
    [TestCase(@"a, b", "a, b")]
    [TestCase(@"\C3\A9t\C3\A9", "été")]
    [TestCase(@"\#1\=2", "#1=2")]
    [TestCase(@"a\", null)]
    [TestCase(@"a\q", null)]
    [TestCase(@"\C3", null)]
    public void Remove_Escape_IsThatOfTheStandard(string text, string? value) => Assert.That(NameEscapes.Remove(text), Is.EqualTo(value));

    private static string Escaped(string value) => string.Concat(value.Select(static one =>
        char.IsControl(one) ? string.Concat(Encoding.UTF8.GetBytes([one]).Select(static piece => $"\\{piece:X2}"))
        : "\"+,;<> #=\\".Contains(one, StringComparison.Ordinal) ? $"\\{one}"
        : $"{one}"));

    private static Gen<IReadOnlyList<string>> Values() =>
        from count in Gen.Choose(0, 3)
        from values in Gen.ArrayOf(Gen.Elements("a", "été", "a,b", "a\\b", " x ", "名前", "A+B=C", "#", "\"q\"", "very " + new string('y', 50)), count)
        select (IReadOnlyList<string>)values;
}
