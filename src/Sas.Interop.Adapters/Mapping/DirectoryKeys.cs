using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>Reads the vendor's keys of a directory line.</summary>
internal static class DirectoryKeys
{
    /// <returns>The key's value without surrounding blanks; null when it is absent or blank.</returns>
    public static string? Find(PullTarget target, string name) =>
        target.Keys.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <param name="needed">What the directory lacks, in words that name the keys.</param>
    public static HubError Missing(string needed) => new(HubErrorCode.DirectoryKeyMissing, $"The directory gives no {needed}.");
}
