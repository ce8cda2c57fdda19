using System.Globalization;
using System.Text;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Directories;
using Sas.Interop.Hub.Configuration.Source;
using Sas.Interop.Hub.Tests.Configuration.Vendors;

namespace Sas.Interop.Hub.Tests.Configuration.Directories;

[Parallelizable(ParallelScope.All)]
internal sealed class DirectoryReaderTests
{
    private static readonly OwnerKey Anne = OwnerKey.Create(OwnerKind.Practitioner, "810000000001");

    [Test]
    public async Task ReadAsync_Json_LinksOwnersAndPlacesToVendors()
    {
        var (model, faults, _) = await DirectorySamples.ReadAsync(DirectorySamples.Json);

        Assert.That(faults, Is.Empty);
        var doctolib = model.Targets["doctolib"];
        var maiia = model.Targets["maiia"].Single();
        Assert.Multiple(() =>
        {
            Assert.That(doctolib.Select(static target => target.Place?.Key), Is.EqualTo(new[] { "p-1", "p-2" }));
            Assert.That(doctolib, Has.All.Matches<Contracts.Adapters.PullTarget>(static target => target.Owner == Anne));
            Assert.That(doctolib[1].Keys["practice"], Is.EqualTo("7"), "a number is as good as a text");
            Assert.That(doctolib[1].DefaultTypes, Is.EqualTo(SlotTypes.Public | SlotTypes.Snp));
            Assert.That(doctolib[1].Place?.StructureId, Is.EqualTo("1750000001"));
            Assert.That(doctolib[1].Place?.Phone, Is.EqualTo("+262262000002"));
            Assert.That(doctolib[0].Place?.PostalCode, Is.EqualTo("01000"));
            Assert.That(doctolib[0].DefaultTypes, Is.EqualTo(SlotTypes.Public));
            Assert.That(maiia.Place, Is.SameAs(doctolib[0].Place), "one place for all vendors");
            Assert.That(maiia.BookingUrl, Is.EqualTo(new Uri("https://maiia.example/c1")));
            Assert.That(doctolib[0].Specialties, Is.EqualTo(new[] { new Specialty("SM54", null), new Specialty(null, "Acupuncture") }));
            Assert.That(model.Targets["clickdoc"].Select(static target => target.Place), Has.All.Null.And.Exactly(2).Items);
            Assert.That(model.Targets["maincare"].Single().Owner.ToString(), Is.EqualTo("312345678200010"));
            Assert.That(model.CommunitiesOf[Anne].Single(), Is.EqualTo(new Cpts("1750000019", "CPTS Exemple", "+33199000004")));
            Assert.That(model.Owners[Anne].Details.Given, Is.EqualTo(new[] { "Anne", "Marie" }));
        });
    }

    [TestCase(';')]
    [TestCase(',')]
    public async Task ReadAsync_Csv_SaysTheSameAsJson(char separator)
    {
        var json = await DirectorySamples.ReadAsync(DirectorySamples.Json);
        var csv = await DirectorySamples.ReadAsync(DirectorySamples.Csv(separator), "directory.csv");

        Assert.That(csv.Faults, Is.Empty);
        Assert.That(DirectorySamples.Print(csv.Model), Is.EqualTo(DirectorySamples.Print(json.Model)));
    }

    [Test]
    public async Task ReadAsync_ManyFaults_TellsAllAndNoPersonalData()
    {
        var (model, faults, _) = await DirectorySamples.ReadAsync("""
            {
              "practitioners": [
                { "id": "12", "family": "Secretname", "places": [{ "name": "x", "phone": "Secretphone", "postalCode": "ab", "timeZone": "Mars/Base", "structure": "zz" }] },
                { "id": "10000000001", "first": "Secretname",
                  "vendors": [{ "vendor": "A B", "slotTypes": ["ALL"], "bookingUrl": "javascript:1", "keys": { "1": "x", "a": null } }] },
                { "id": "810000000001" },
                7
              ],
              "associations": { },
              "people": [],
              "communities": [{ "members": ["x"] }]
            }
            """);

        Assert.That(model.Owners, Is.Empty);
        Assert.That(faults.Select(static fault => string.Join(':', fault.Split(':')[1..3])), Is.EquivalentTo(new[]
        {
            "3: $.practitioners[0].id", "3: $.practitioners[0].places[0].id", "3: $.practitioners[0].places[0].phone", "3: $.practitioners[0].places[0].postalCode",
            "3: $.practitioners[0].places[0].timeZone", "3: $.practitioners[0].places[0].structure", "4: $.practitioners[1].first",
            "5: $.practitioners[1].vendors[0].vendor", "5: $.practitioners[1].vendors[0].slotTypes", "5: $.practitioners[1].vendors[0].bookingUrl",
            "5: $.practitioners[1].vendors[0].keys", "5: $.practitioners[1].vendors[0].keys.a", "6: $.practitioners[2]", "7: $.practitioners[3]",
            "9: $.associations", "10: $.people", "11: $.communities[0].finess", "11: $.communities[0].members[0]",
        }));
        Assert.That(string.Join('\n', faults), Does.Not.Contain("Secret"));
    }

    [TestCase("kind;id\npractitioner;10000000001;x", "$")]
    [TestCase("kind;id\nrobot;10000000001", "kind")]
    [TestCase("id;family\n10000000001;A\n810000000001;B", "family")]
    [TestCase("id;placeName\n10000000001;A", "placeId")]
    [TestCase("id;keys\n10000000001;a=1", "vendor")]
    [TestCase("id;vendor;keys\n10000000001;doctolib;a", "keys")]
    [TestCase("id;vendor\n10000000001;doctolib\n10000000001;doctolib", "vendor")]
    [TestCase("id;placeId;vendor\n10000000001;;doctolib\n10000000001;p;doctolib", "vendor")]
    [TestCase("id;refusesSlots\n10000000001;yes", "refusesSlots")]
    [TestCase("id;refusesSlots\n10000000001;true\n10000000001;\n810000000001;false", "refusesSlots")]
    [TestCase("id;color\n10000000001;red", "color")]
    [TestCase("kind;vendor\n;doctolib", "id")]
    [TestCase("id;id\n1;2", "id")]
    [TestCase("id;family\n10000000001;\"a\"b", "$")]
    [TestCase("id;family\n10000000001;\"a", "$")]
    [TestCase("id;family\n10000000001;a\"b", "$")]
    [TestCase("", "$")]
    public async Task ReadAsync_FaultyCsv_NamesTheColumn(string csv, string column)
    {
        var (_, faults, _) = await DirectorySamples.ReadAsync(csv, "d.csv");

        Assert.That(faults, Has.Count.EqualTo(1));
        Assert.That(faults[0].Split(": ")[1], Is.EqualTo(column));
    }

    [Test]
    public async Task ReadAsync_QuotedCsvField_MayHoldAnything()
    {
        var (model, faults, _) = await DirectorySamples.ReadAsync("id,placeId,line,vendor\r\n10000000001,p,\"1, rue \"\"Inventée\"\"\",doctolib\r\n", "d.csv");

        Assert.That(faults, Is.Empty);
        Assert.That(model.Targets["doctolib"].Single().Place?.Line, Is.EqualTo("1, rue \"Inventée\""));
    }

    [TestCase("""{ "practitioners": [{ "id": "10000000001", "refusesSlots": true }, { "id": "10000000002", "refusesSlots": false }] }""", "d.json")]
    [TestCase("id;refusesSlots\n10000000001;\n10000000001;true\n10000000002;false", "d.csv")]
    public async Task ReadAsync_Refusal_IsKept(string text, string name)
    {
        var (model, faults, _) = await DirectorySamples.ReadAsync(text, name);

        Assert.That(faults, Is.Empty);
        Assert.That(model.Owners[Anne].RefusesSlots, Is.True);
        Assert.That(model.Owners[OwnerKey.Create(OwnerKind.Practitioner, "810000000002")].RefusesSlots, Is.False);
    }

    [Test]
    public async Task ReadAsync_SandboxsOwn_IsFlawless()
    {
        var vendors = AdaptersSamples.Read(Repository.Text("adapters.json")).Vendors;
        var file = Path.Combine(AppContext.BaseDirectory, ConfigurationRoom.SandboxDirectory);
        var reading = await DirectoryReader.ReadAsync([new DirectoryFile(file, null)], [.. vendors.Keys], CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(reading.Faults, Is.Empty);
            Assert.That(reading.Warnings, Is.Empty);
            Assert.That(reading.Model.Targets.Keys, Is.EquivalentTo(vendors.Values.Where(static vendor => vendor.Capabilities.HasFlag(VendorCapabilities.Slots)).Select(static vendor => vendor.Id)));
        });
    }

    [Test]
    public async Task ReadAsync_UnknownVendor_IsAWarningWithACount()
    {
        var json = """{ "practitioners": [{ "id": "10000000001", "vendors": [{ "vendor": "nobody" }] }], "communities": [{ "finess": "750000019", "members": ["10000000002"] }] }""";
        var (model, faults, warnings) = await DirectorySamples.ReadAsync(json);

        Assert.That(faults, Is.Empty);
        Assert.That(warnings, Has.One.Contains("1 links name 'nobody'").And.One.Contains("1 members of the community"));
        Assert.That(model.Targets["nobody"], Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ReadAsync_VendorsOwnFile_IsLaidOver()
    {
        using var folder = new TempFolder();
        var main = folder.Write("directory.json", DirectorySamples.Json);
        var own = folder.Write("doctolib.csv", "id;placeId;city;vendor;keys\n10000000001;p-1;Lyon;doctolib;profile=new\n10000000002;p-9;Brest;doctolib;profile=other\n");
        var reading = await DirectoryReader.ReadAsync(
            [new DirectoryFile(main, null), new DirectoryFile(own, "doctolib")],
            DirectorySamples.Vendors,
            CancellationToken.None);

        Assert.That(reading.Faults, Is.Empty);
        var targets = reading.Model.Targets["doctolib"];
        Assert.Multiple(() =>
        {
            Assert.That(targets.Select(static target => $"{target.Owner} {target.Place?.Key} {target.Keys["profile"]}"), Is.EqualTo(new[]
            {
                "810000000001 p-1 new", "810000000002 p-9 other",
            }));
            Assert.That((targets[0].Place?.City, targets[0].Place?.Name), Is.EqualTo(("Lyon", "Cabinet un")));
            Assert.That(reading.Model.Targets["maiia"].Single().Place?.City, Is.EqualTo("Lyon"), "the place is one for all vendors");
        });
    }

    [Test]
    public async Task ReadAsync_VendorsOwnFile_MayNotLinkToOthers()
    {
        using var folder = new TempFolder();
        var own = folder.Write("own.csv", "id;vendor\n10000000001;maiia\n");
        var reading = await DirectoryReader.ReadAsync([new DirectoryFile(own, "doctolib")], DirectorySamples.Vendors, CancellationToken.None);

        Assert.That(reading.Faults.Single().Path, Is.EqualTo("vendor"));
    }

    [Test]
    public async Task ReadAsync_FileMissing_IsTorn()
    {
        var reading = await DirectoryReader.ReadAsync([new DirectoryFile("/nowhere/directory.json", null)], [], CancellationToken.None);

        Assert.That((reading.Torn, reading.Faults.Single().Message), Is.EqualTo((true, "The file is not there.")));
    }

    [TestCase("{", true)]
    [TestCase("{ \"practitioners\": [ {", true)]
    [TestCase("{ \"practitioners\": [] } }", true)]
    [TestCase("[ ]", false)]
    [TestCase("7", false)]
    [TestCase("{ \"practitioners\": 7 }", false)]
    [TestCase("{ \"practitioners\": [], \"practitioners\": [] }", false)]
    public async Task ReadAsync_HostileJson_IsOneFault(string text, bool torn)
    {
        using var folder = new TempFolder();
        var reading = await DirectoryReader.ReadAsync([new DirectoryFile(folder.Write("d.json", text), null)], [], CancellationToken.None);

        Assert.That((reading.Torn, reading.Faults.Count), Is.EqualTo((torn, 1)));
    }

    [Test]
    public async Task ReadAsync_EntryTooLarge_IsRefused()
    {
        var text = "{ \"practitioners\": [ { \"family\": \"" + new string('x', 3 * DirectoryBounds.MaxEntryBytes) + "\" } ] }";
        var (_, faults, _) = await DirectorySamples.ReadAsync(text);

        Assert.That(faults.Single(), Does.Contain("larger than"));
    }

    [Test]
    public async Task ReadAsync_DeepEntry_IsRefused()
    {
        var (_, faults, _) = await DirectorySamples.ReadAsync("{ \"practitioners\": [ " + new string('[', 100_000));

        Assert.That(faults.Single(), Does.Contain("Not JSON"));
    }

    [Test]
    public async Task ReadAsync_ManyOwners_AreAllLinked()
    {
        const int Count = 20_000;
        var text = new StringBuilder("{ \"practitioners\": [");
        for (var index = 0; index < Count; index++)
        {
            text.Append(index == 0 ? "\n" : ",\n").Append(CultureInfo.InvariantCulture, $"{{ \"id\": \"1{index:D10}\", \"family\": \"Nom {index}\", \"places\": [{{ \"id\": \"p\", ")
                .Append(CultureInfo.InvariantCulture, $"\"postalCode\": \"75001\", \"vendors\": [{{ \"vendor\": \"doctolib\", \"keys\": {{ \"profile\": \"n{index}\" }} }}] }}] }}");
        }

        var (model, faults, warnings) = await DirectorySamples.ReadAsync(text.Append("] }").ToString());

        Assert.That(faults, Is.Empty);
        Assert.That(model.Targets["doctolib"].Select(static target => target.Owner).Distinct().Count(), Is.EqualTo(Count));
        Assert.That(warnings, Has.Count.LessThanOrEqualTo(FaultList.Most));
    }

    [Test]
    public void ReadAsync_AnyPieces_GiveTheSame() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed =>
    {
        var whole = Read(new MemoryStream(Encoding.UTF8.GetBytes(DirectorySamples.Json)));
        var pieces = Read(new PieceStream(Encoding.UTF8.GetBytes("\uFEFF" + DirectorySamples.Json), new Random(seed)));
        return whole == pieces;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void ReadAsync_AnyOrder_GivesTheSame() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed =>
    {
        var random = new Random(seed);
        var entries = Enumerable.Range(0, 8).Select(static index => $$"""
            { "id": "1000000000{{index}}", "places": [{ "id": "a", "vendors": [{ "vendor": "maiia" }, { "vendor": "doctolib" }] }, { "id": "b", "vendors": [{ "vendor": "doctolib" }] }] }
            """).ToArray();
        var ordered = Read(Stream(entries));
        random.Shuffle(entries);
        return ordered == Read(Stream(entries));
    }).QuickCheckThrowOnFailure();

    private static MemoryStream Stream(string[] entries) => new(Encoding.UTF8.GetBytes("{ \"practitioners\": [" + string.Join(",", entries) + "] }"));

    private static string Read(Stream stream)
    {
        var draft = new DirectoryDraft();
        var faults = new FaultList("d");
        new DirectoryJsonReader(draft, faults).ReadAsync(stream, CancellationToken.None).GetAwaiter().GetResult();
        Assert.That(faults.Faults(), Is.Empty);
        return DirectorySamples.Print(DirectoryBuilder.Build(draft));
    }

    private sealed class PieceStream(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, random.Next(1, 40))], cancellationToken);
    }
}
