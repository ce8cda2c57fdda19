using System.IO.Compression;

using Sas.Interop.Scenarios.Tests.RealProcess;

namespace Sas.Interop.Scenarios.Tests.Validate;

/// <summary>A package of definitions that cannot be used ends the process with code 2, its path and the reason.</summary>
internal sealed class PackageRefusalTests
{
    private const int Refused = 2;

    [Test]
    public async Task Start_PackageIsNotThere_IsRefused()
    {
        using var files = new Workspace();

        Assert.That(await RefusedAsync(files, files.PathOf("none.tgz")), Does.Contain("none.tgz").And.Contain("is not there"));
    }

    [Test]
    public async Task Start_FolderWithoutDefinitions_IsRefused()
    {
        using var files = new Workspace();

        Assert.That(await RefusedAsync(files, files.Root), Does.Contain(files.Root).And.Contain("holds no StructureDefinition"));
    }

    [Test]
    public async Task Start_DamagedArchive_IsRefused()
    {
        using var files = new Workspace();
        await File.WriteAllBytesAsync(files.PathOf("package.tgz"), [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]);

        Assert.That(await RefusedAsync(files, files.PathOf("package.tgz")), Does.Contain("package.tgz").And.Contain("damaged"));
    }

    [Test]
    public async Task Start_Bomb_IsRefused()
    {
        using var files = new Workspace();
        await using (var zip = new GZipStream(File.Create(files.PathOf("package.tgz")), CompressionLevel.Fastest))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 100; i++)
            {
                await zip.WriteAsync(zeros);
            }
        }

        Assert.That(await RefusedAsync(files, files.PathOf("package.tgz")), Does.Contain("unpacks to more than"));
    }

    [Test]
    public async Task Start_DefinitionThatCannotBeRead_IsRefusedByFileAndReason()
    {
        using var files = new Workspace();
        var folder = Directory.CreateDirectory(files.PathOf("definitions")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "StructureDefinition-x.json"), """{"resourceType":"StructureDefinition","id":"x"}""");

        Assert.That(await RefusedAsync(files, folder), Does.Contain(folder).And.Contain("StructureDefinition-x.json"));
    }

    private static async Task<string> RefusedAsync(Workspace files, string package)
    {
        await File.WriteAllTextAsync(files.AdaptersFile, ConfigFiles.Adapters());
        await File.WriteAllTextAsync(files.DirectoryFile, ConfigFiles.Directory());
        await using var hub = HubProcess.Start(files.Start($"--Hub:Validation:Package={package}"));
        Assert.That(await hub.ExitAsync(Eventually.Patience), Is.EqualTo(Refused), hub.Errors.Text);
        Assert.That(hub.Errors.Text, Does.Contain("Hub:Validation:Package").And.Not.Contain("   at "), "A refusal is no stack trace.");
        return hub.Errors.Text;
    }
}
