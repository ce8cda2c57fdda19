using System.Collections.Frozen;

using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Vendors;

/// <summary>Reads and judges a whole <c>adapters.json</c>: every fault at once, or every vendor.</summary>
internal sealed class AdaptersFileReader(AdaptersSurroundings surroundings)
{
    public const int MaxBytes = 4 * 1024 * 1024;
    public const int MostVendors = 1_000;

    public AdaptersReading Read(string fileName, ReadOnlyMemory<byte> utf8)
    {
        var faults = new FaultList(fileName);
        var secrets = new SecretStore(surroundings.Folder, surroundings.Environment);
        var vendors = new Dictionary<string, VendorModel>(StringComparer.Ordinal);
        if (SourceParser.Parse(utf8, ("$", 1), SourceBounds.Adapters, faults) is { } root && ObjectReader.Open(root, faults) is { } file)
        {
            ReadFile(file, utf8, secrets, vendors);
        }

        return new AdaptersReading(
            vendors.ToFrozenDictionary(StringComparer.Ordinal),
            faults.Faults(),
            faults.Warnings(),
            faults.Torn,
            secrets.Files);
    }

    private void ReadFile(ObjectReader file, ReadOnlyMemory<byte> utf8, SecretStore secrets, Dictionary<string, VendorModel> vendors)
    {
        _ = file.Text("$schema", BaseUrlRule.Longest);
        var defaults = VendorDefaults.BuiltIn;
        if (file.Section("defaults") is { } section)
        {
            defaults = VendorSections.Read(section, defaults);
            section.Close();
        }

        if (file.At.Find("vendors") is null)
        {
            file.Faults.Add("$.vendors", file.At.Line, "Missing; an array with one entry a vendor.");
        }

        var reader = new VendorEntryReader(surroundings, secrets, defaults, utf8);
        var firstLines = new Dictionary<string, int>(StringComparer.Ordinal);
        var systems = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in file.List("vendors", MostVendors))
        {
            if (reader.Read(entry, file.Faults) is { } vendor)
            {
                vendors.TryAdd(vendor.Id, vendor);
            }

            // Ids are compared even when an entry has other faults, so that one look at the list is enough.
            if (entry.Find("id") is { Text: { } id } at && !firstLines.TryAdd(id, at.Line))
            {
                file.Faults.Add(at, $"{Quoted.Text(id)} is the id of the entry on line {firstLines[id]} already; ids must differ.");
            }

            // Of one entry, a system that is given twice is told with the entry.
            foreach (var system in (entry.Find(IdentifierSystemList.Name)?.Children ?? []).Where(static system => system.Text is not null).DistinctBy(static system => system.Text))
            {
                if (!systems.TryAdd(system.Text ?? string.Empty, entry.Line))
                {
                    file.Faults.Add(system, $"{Quoted.Text(system.Text ?? string.Empty)} is a system of the entry on line {systems[system.Text ?? string.Empty]} already; a system has one vendor.");
                }
            }
        }

        file.Close();
    }
}
