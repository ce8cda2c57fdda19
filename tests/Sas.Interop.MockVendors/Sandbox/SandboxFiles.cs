using System.Text;
using System.Text.Json;

namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>Everything that is written from the plan, by path below the repository's root.</summary>
internal static class SandboxFiles
{
    private const string Feeds = "src/Sas.Interop.Adapters/FhirStandard/Mocks";

    /// <summary>The folders that hold nothing but written files.</summary>
    public static IReadOnlyList<string> Folders { get; } = [$"{Feeds}/mappings", $"{Feeds}/__files"];

    /// <param name="root">The repository's root, whose <c>adapters.json</c> names the vendors.</param>
    public static IReadOnlyDictionary<string, byte[]> All(string root)
    {
        var vendors = Vendors(Path.Combine(root, "adapters.json"));
        var plan = new SandboxPlan(vendors);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["src/Sas.Interop.Hub/Sandbox/Data/directory.json"] = SandboxDirectoryFile.Write(plan),
            ["docs/sandbox.md"] = Encoding.UTF8.GetBytes(SandboxPage.Write(plan)),
        };
        foreach (var (vendor, _) in vendors.Where(static vendor => vendor.Dialect == "sas-fhir"))
        {
            foreach (var (path, text) in FhirFeed.Files(plan, vendor))
            {
                files.Add($"{Feeds}/{path}", Encoding.UTF8.GetBytes(text));
            }
        }

        foreach (var (vendor, _) in Vendors(Path.Combine(root, "adapters.json"), "regulators").Where(static vendor => vendor.Dialect == "sas-fhir"))
        {
            var (path, text) = RegulatorFeed.File(vendor);
            files.Add($"{Feeds}/{path}", Encoding.UTF8.GetBytes(text));
        }

        foreach (var (vendor, _) in Vendors(Path.Combine(root, "adapters.json"), "booking:api").Where(static vendor => vendor.Dialect == "sas-fhir"))
        {
            var (path, text) = BookingFeed.File(vendor);
            files.Add($"{Feeds}/{path}", Encoding.UTF8.GetBytes(text));
        }

        return files;
    }

    /// <summary>The repository that this program was built in.</summary>
    public static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Sas.Interop.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("This program does not stand below the repository's root.");
    }

    public static int Write(string root)
    {
        var files = All(root);
        foreach (var folder in Folders.Select(folder => Path.Combine(root, folder)).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var (path, content) in files)
        {
            var target = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? root);
            File.WriteAllBytes(target, content);
        }

        return files.Count;
    }

    /// <summary>Vendors that are polled, with their dialects, in the order of the file.</summary>
    public static IReadOnlyList<(string Id, string Dialect)> Vendors(string adaptersFile) => Vendors(adaptersFile, "slots");

    private static IReadOnlyList<(string Id, string Dialect)> Vendors(string adaptersFile, string wanted)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(adaptersFile));
        return
        [
            .. json.RootElement.GetProperty("vendors").EnumerateArray()
                .Where(vendor => vendor.GetProperty("capabilities").EnumerateArray().Any(capability => capability.ValueEquals(wanted)))
                .Select(static vendor => (Text(vendor, "id"), Text(vendor, "adapter"))),
        ];
    }

    private static string Text(JsonElement vendor, string name) =>
        vendor.GetProperty(name).GetString() ?? throw new InvalidDataException($"A vendor of adapters.json has no {name}.");
}
