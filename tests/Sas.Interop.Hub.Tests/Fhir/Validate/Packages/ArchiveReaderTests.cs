using System.Formats.Tar;
using System.Text;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Fhir.Validate.Packages;

namespace Sas.Interop.Hub.Tests.Fhir.Validate.Packages;

[Parallelizable(ParallelScope.All)]
internal sealed class ArchiveReaderTests
{
    private static readonly PackageBounds Small = new(20, 2_000, 64 * 1024);
    private static readonly (string, string)[] Good = [("package/package.json", """{"name":"x"}"""), ("package/ValueSet-couleurs.json", Archives.ValueSet)];

    [Test]
    public void Read_PackageOfARegistry_TakesItsDefinitions()
    {
        var reading = Read(Archives.Tgz(
            [.. Good, ("package/other/ValueSet-x.json", Archives.ValueSet), ("package/example/Slot-1.json", "{}"), ("package/Slot-2.json", """{"resourceType":"Slot"}"""), ("package/readme.md", "no JSON")]));

        Assert.That(reading.Problem, Is.Null);
        Assert.That(reading.Files.Select(static file => file.Name), Is.EqualTo(new[] { "ValueSet-couleurs.json" }));
        Assert.That(Encoding.UTF8.GetString(reading.Files[0].Utf8.Span), Is.EqualTo(Archives.ValueSet));
    }

    [TestCase("./package/ValueSet-a.json")]
    [TestCase("./ValueSet-a.json")]
    [TestCase("ValueSet-a.json")]
    public void Read_OtherFolders_AreTaken(string name) => Assert.That(Read(Archives.Tgz((name, Archives.ValueSet))).Files, Has.Count.EqualTo(1));

    [TestCase("../ValueSet-a.json")]
    [TestCase("package/../../ValueSet-a.json")]
    [TestCase("/etc/ValueSet-a.json")]
    [TestCase("package\\..\\a.json")]
    [TestCase("package/..")]
    public void Read_NameThatLeadsOut_IsRefused(string name) =>
        Assert.That(Read(Archives.Tgz([.. Good, (name, Archives.ValueSet)])).Problem, Does.Contain("leads out"));

    [Test]
    public void Read_Bomb_IsRefusedWithoutUnpackingIt()
    {
        var bomb = Archives.Zip(new byte[200 * 1024 * 1024]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = Read(bomb);

        Assert.That(bomb, Has.Length.LessThan(2 * 1024 * 1024));
        Assert.That(reading.Problem, Does.Contain("unpacks to more than 65536 bytes"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(2 * 1024 * 1024));
    }

    [Test]
    public void Read_BombInABomb_IsPassedOver()
    {
        var inner = Convert.ToBase64String(Archives.Zip(new byte[1024 * 1024]));

        Assert.That(Read(Archives.Tgz([.. Good, ("package/inner.tgz", inner)])).Files, Has.Count.EqualTo(1));
    }

    [Test]
    public void Read_LargeFile_IsRefusedByName() =>
        Assert.That(
            Read(Archives.Tgz(("package/ValueSet-big.json", Archives.ValueSet + new string(' ', 2_000)))).Problem,
            Does.Contain("ValueSet-big.json").And.Contain("larger than 2000 bytes"));

    [Test]
    public void Read_ManyEntries_IsRefused() =>
        Assert.That(Read(Archives.Tgz(Enumerable.Range(0, 21).Select(static i => ($"package/{i}.md", string.Empty)))).Problem, Does.Contain("more than 20 entries"));

    [TestCase("{")]
    [TestCase("")]
    [TestCase("not json")]
    [TestCase("""{"resourceType":"ValueSet"} trailing""")]
    public void Read_FileThatIsNoJson_IsRefusedByName(string content) =>
        Assert.That(Read(Archives.Tgz(("package/ValueSet-a.json", content))).Problem, Does.Contain("ValueSet-a.json").And.Contain("not JSON"));

    [Test]
    public void Read_DeepJson_IsRefused() =>
        Assert.That(Read(Archives.Tgz(("package/a.json", new string('[', 1_000)))).Problem, Does.Contain("not JSON"));

    [TestCase("[]")]
    [TestCase("7")]
    [TestCase("""{"resourceType":7}""")]
    [TestCase("""{"resourceType":"Slot"}""")]
    public void Read_NothingOfUse_IsRefused(string content) =>
        Assert.That(Read(Archives.Tgz(("package/a.json", content))).Problem, Does.Contain("holds no StructureDefinition"));

    [Test]
    public void Read_NameWithControlCharacters_IsShownWithoutThem() =>
        Assert.That(Read(Archives.Tgz(("package/\u001b[31m.json", "{"))).Problem, Does.Contain("'?[31m.json'"));

    [Test]
    public void Read_Link_IsPassedOver()
    {
        using var output = new MemoryStream();
        using (var writer = new TarWriter(output, TarEntryFormat.Ustar, leaveOpen: true))
        {
            writer.WriteEntry(new UstarTarEntry(TarEntryType.SymbolicLink, "package/ValueSet-a.json") { LinkName = "/etc/passwd" });
            writer.WriteEntry(new UstarTarEntry(TarEntryType.HardLink, "package/ValueSet-b.json") { LinkName = "/etc/passwd" });
        }

        Assert.That(Read(Archives.Zip(output.ToArray())).Problem, Does.Contain("holds no StructureDefinition"));
    }

    [TestCase('x', "17777777777\0")]
    [TestCase('L', "00200000001\0")]
    [TestCase('0', "77777777777\0")]
    [TestCase('0', "9999999999x\0")]
    [TestCase('0', "-0000000001\0")]
    public void Read_SizeThatIsNotThere_IsRefused(char type, string size)
    {
        var tar = Archives.Header("package/a.json", type, size).Concat(new byte[4096]).ToArray();

        Assert.That(Read(Archives.Zip(tar)).Problem, Does.Contain("damaged"));
    }

    [Test]
    public void Read_LongAttributes_AreRefused()
    {
        var tar = Archives.Header("pax", 'x', "00000200001\0").Concat(new byte[70_000]).ToArray();

        var reading = ArchiveReader.Read(new MemoryStream(Archives.Zip(tar)), Small with { TotalBytes = 1024 * 1024 });

        Assert.That(reading.Problem, Does.Contain("attributes"));
    }

    [Test]
    public void Read_CutAnywhere_IsRefused()
    {
        var whole = Archives.Tgz(Good);
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.That(Read(whole[..length]).Problem, Is.Not.Null, $"{length} of {whole.Length} bytes.");
        }
    }

    [Test]
    public void Read_TarWithoutItsEnd_IsRefused()
    {
        var tar = Archives.Tar(Good);

        Assert.That(Read(Archives.Zip(tar.AsSpan(0, 1024))).Problem, Does.Contain("damaged"));
    }

    [Test]
    public void Read_AnyByteChanged_NeverThrows()
    {
        var whole = Archives.Tgz(Good);
        Prop.ForAll(
            Gen.Choose(0, whole.Length - 1).Two().ToArbitrary(),
            places =>
            {
                var damaged = (byte[])whole.Clone();
                damaged[places.Item1] ^= 0x55;
                damaged[places.Item2] ^= 0x2A;
                Assert.That(Read(damaged), Is.Not.Null);
            }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Read_AnyByteOfTheTarChanged_NeverThrows()
    {
        var whole = Archives.Tar(Good);
        Prop.ForAll(
            Gen.Choose(0, whole.Length - 1).Two().ToArbitrary(),
            places =>
            {
                var damaged = (byte[])whole.Clone();
                damaged[places.Item1] ^= 0x15;
                damaged[places.Item2] ^= 0x82;
                Assert.That(Read(Archives.Zip(damaged)), Is.Not.Null);
            }).QuickCheckThrowOnFailure();
    }

    private static PackageReading Read(byte[] archive) => ArchiveReader.Read(new MemoryStream(archive), Small);
}
