using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>A directory while it is read.</summary>
internal sealed class DirectoryDraft
{
    public Dictionary<OwnerKey, OwnerDraft> Owners { get; } = [];

    /// <summary>Communities by FINESS with prefix.</summary>
    public Dictionary<string, Cpts> Communities { get; } = new(StringComparer.Ordinal);

    /// <summary>FINESS with prefix → members, and the line that first names one.</summary>
    public Dictionary<string, SortedSet<OwnerKey>> Members { get; } = new(StringComparer.Ordinal);

    public void AddMember(string finess, OwnerKey member)
    {
        if (!Members.TryGetValue(finess, out var members))
        {
            Members.Add(finess, members = []);
        }

        members.Add(member);
    }
}
