using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>Reads vendor keys of a directory line that become a segment of an address.</summary>
internal static class PathKeys
{
    private const int MaxLength = 200;

    /// <returns>The key, trimmed and fit for one segment of a path once escaped; otherwise a failure that names it.</returns>
    public static Outcome<string> Require(PullTarget target, string name)
    {
        var value = target.Keys.TryGetValue(name, out var text) ? text.Trim() : string.Empty;
        return value switch
        {
            "" => new HubError(HubErrorCode.DirectoryKeyMissing, $"The directory has no key '{name}' for this owner and place."),
            "." or ".." => new HubError(HubErrorCode.DirectoryKeyMissing, $"The directory's key '{name}' cannot be part of an address."),
            { Length: > MaxLength } => new HubError(HubErrorCode.DirectoryKeyMissing, $"The directory's key '{name}' is longer than {MaxLength} characters."),
            _ => value,
        };
    }
}
