using Sas.Interop.Hub.Fhir.Validate.Packages;
using Sas.Interop.Hub.Tests.Configuration;

namespace Sas.Interop.Hub.Tests.Fhir.Validate.Packages;

[Parallelizable(ParallelScope.All)]
internal sealed class PackageReaderTests
{
    private static readonly PackageBounds Small = new(3, 2_000, 64 * 1024);

    [TestCase("")]
    [TestCase("package")]
    public void Read_Folder_TakesDefinitionsOfItselfAndOfItsPackage(string inner)
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.File(inner));
        folder.Write(Path.Combine(inner, "ValueSet-a.json"), Archives.ValueSet);
        folder.Write(Path.Combine(inner, "README.md"), "# Nothing");

        var reading = PackageReader.Read(folder.Path, Small);

        Assert.That(reading.Problem, Is.Null);
        Assert.That(reading.Files.Select(static file => file.Name), Is.EqualTo(new[] { "ValueSet-a.json" }));
    }

    [Test]
    public void Read_Archive_IsRead()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("package.tgz"), Archives.Tgz(("package/ValueSet-a.json", Archives.ValueSet)));

        Assert.That(PackageReader.Read(folder.File("package.tgz"), Small).Files, Has.Count.EqualTo(1));
    }

    [Test]
    public void Read_Nothing_IsNotThere() =>
        Assert.That(PackageReader.Read(Path.Combine(Path.GetTempPath(), "no-such-package.tgz"), Small).Problem, Is.EqualTo("is not there"));

    [Test]
    public void Read_EmptyFolder_IsRefused()
    {
        using var folder = new TempFolder();

        Assert.That(PackageReader.Read(folder.Path, Small).Problem, Does.Contain("holds no StructureDefinition"));
    }

    [Test]
    public void Read_FolderBeyondTheBounds_IsRefused()
    {
        using var folder = new TempFolder();
        folder.Write("big.json", new string(' ', 2_001));
        Assert.That(PackageReader.Read(folder.Path, Small).Problem, Does.Contain("'big.json'").And.Contain("larger than 2000 bytes"));

        File.Delete(folder.File("big.json"));
        foreach (var name in new[] { "a.json", "b.json", "c.json", "d.json" })
        {
            folder.Write(name, Archives.ValueSet);
        }

        Assert.That(PackageReader.Read(folder.Path, Small).Problem, Does.Contain("more than 3 entries"));
        Assert.That(PackageReader.Read(folder.Path, Small with { Entries = 4, TotalBytes = 300 }).Problem, Does.Contain("more than 300 bytes"));
    }

    [Test]
    public void Locate_RelativePath_IsLookedForHereThenBesideTheExecutable()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "Sas.Interop.Hub.dll");

        Assert.That(PackageReader.Locate("Sas.Interop.Hub.dll"), Is.EqualTo(beside).Or.EqualTo(Path.GetFullPath("Sas.Interop.Hub.dll")));
        Assert.That(PackageReader.Locate("no-such-package"), Is.EqualTo(Path.GetFullPath("no-such-package")));
    }
}
