using System.Text.Json;

namespace Sas.Interop.NationalLoad.Population;

/// <summary>The market of the vendors that <c>adapters.json</c> names: a few large ones, and a long tail in the order of the file.</summary>
internal static class VendorMarket
{
    private static readonly Dictionary<string, double> Large = new(StringComparer.Ordinal) { ["doctolib"] = 0.42, ["maiia"] = 0.12, ["keldoc"] = 0.06 };

    /// <param name="adaptersFile">Path of the file.</param>
    /// <exception cref="InvalidDataException">The file names nobody whose slots can be polled.</exception>
    public static IReadOnlyList<VendorShare> Read(string adaptersFile)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(adaptersFile));
        var polled = file.RootElement.GetProperty("vendors").EnumerateArray()
            .Where(static vendor => vendor.GetProperty("capabilities").EnumerateArray().Any(static capability => capability.ValueEquals("slots")))
            .Select(static vendor => (Id: vendor.GetProperty("id").GetString() ?? string.Empty, Name: vendor.GetProperty("name").GetString() ?? string.Empty))
            .ToList();
        if (polled.Count == 0)
        {
            throw new InvalidDataException($"No vendor of {Path.GetFileName(adaptersFile)} has the capability 'slots'.");
        }

        var rest = 1 - polled.Sum(static vendor => Large.GetValueOrDefault(vendor.Id));
        var tail = polled.Where(static vendor => !Large.ContainsKey(vendor.Id)).Select(static (vendor, rank) => (vendor.Id, Weight: 1.0 / (rank + 2))).ToDictionary();
        var sum = tail.Values.Sum();
        return [.. polled.Select(vendor => new VendorShare(vendor.Id, vendor.Name, Large.TryGetValue(vendor.Id, out var share) ? share : tail[vendor.Id] / sum * rest))];
    }
}
