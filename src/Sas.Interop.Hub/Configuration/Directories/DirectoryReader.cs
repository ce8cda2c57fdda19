using System.Globalization;

using Sas.Interop.Hub.Configuration.Reload;
using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>Reads all files of a directory: the main one, and over it the vendors' own.</summary>
internal static class DirectoryReader
{
    /// <param name="files">The files, the main one first.</param>
    /// <param name="vendors">Ids of the catalog: links to others are warned of.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<DirectoryReading> ReadAsync(
        IReadOnlyList<DirectoryFile> files,
        IReadOnlyCollection<string> vendors,
        CancellationToken cancellationToken)
    {
        var all = new DirectoryDraft();
        var faults = new List<ConfigFault>();
        var warnings = new List<ConfigFault>();
        var torn = false;
        foreach (var file in files)
        {
            var list = new FaultList(Path.GetFileName(file.Path));
            var draft = new DirectoryDraft();
            await ReadFileAsync(file, draft, list, cancellationToken);
            CheckVendors(file, draft, vendors, list);
            if (file.Vendor is null)
            {
                all = draft;
            }
            else
            {
                DirectoryMerge.Over(all, draft);
            }

            faults.AddRange(list.Faults());
            warnings.AddRange(list.Warnings());
            torn |= list.Torn;
        }

        warnings.AddRange(Strangers(all, files));
        return new DirectoryReading(faults.Count == 0 ? DirectoryBuilder.Build(all) : DirectoryModel.Empty, faults, warnings, torn);
    }

    private static async Task ReadFileAsync(DirectoryFile file, DirectoryDraft draft, FaultList faults, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, useAsync: true);
            await using var counted = new CountedStream(stream, DirectoryBounds.MaxBytes);
            if (Path.GetExtension(file.Path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            {
                await new DirectoryCsvReader(draft, faults).ReadAsync(counted, cancellationToken);
            }
            else
            {
                await new DirectoryJsonReader(draft, faults).ReadAsync(counted, cancellationToken);
            }

            if (counted.Overrun)
            {
                faults.Add("$", 0, string.Create(CultureInfo.InvariantCulture, $"Larger than {DirectoryBounds.MaxBytes} bytes; split it into the vendors' own directories."));
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            faults.AddTorn("$", 0, $"The file {BoundedFile.Why(unreadable)}.");
        }
    }

    private static void CheckVendors(DirectoryFile file, DirectoryDraft draft, IReadOnlyCollection<string> vendors, FaultList faults)
    {
        var unknown = new SortedDictionary<string, (int Count, int Line)>(StringComparer.Ordinal);
        foreach (var link in draft.Owners.Values.SelectMany(static owner => owner.Links.Concat(owner.Places.SelectMany(static place => place.Links))))
        {
            if (file.Vendor is { } only && link.Vendor != only)
            {
                faults.Add("vendor", link.Line, $"This is the directory of '{only}'; links to other vendors belong to the main directory.");
            }
            else if (!vendors.Contains(link.Vendor))
            {
                var (count, line) = unknown.GetValueOrDefault(link.Vendor, (0, link.Line));
                unknown[link.Vendor] = (count + 1, Math.Min(line, link.Line));
            }
        }

        foreach (var (vendor, (count, line)) in unknown)
        {
            faults.Warn("vendor", line, string.Create(CultureInfo.InvariantCulture, $"{count} links name '{vendor}', which is not in adapters.json; the first stands here."));
        }
    }

    private static IEnumerable<ConfigFault> Strangers(DirectoryDraft draft, IReadOnlyList<DirectoryFile> files)
    {
        foreach (var (finess, members) in draft.Members.OrderBy(static community => community.Key, StringComparer.Ordinal))
        {
            var strangers = members.Count(member => !draft.Owners.ContainsKey(member));
            if (strangers > 0)
            {
                var message = string.Create(CultureInfo.InvariantCulture, $"{strangers} members of the community {finess} are not practitioners of this directory.");
                yield return new ConfigFault(Path.GetFileName(files[0].Path), "communities", 0, message);
            }
        }
    }
}
