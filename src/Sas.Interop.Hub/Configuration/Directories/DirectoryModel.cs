using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>One loaded directory; immutable.</summary>
internal sealed class DirectoryModel
{
    public static DirectoryModel Empty { get; } = new();

    /// <summary>Vendor id → its targets in a stable order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PullTarget>> Targets { get; init; } = new Dictionary<string, IReadOnlyList<PullTarget>>();

    /// <summary>Owner → the vendors that equip it, in the order of their ids.</summary>
    public IReadOnlyDictionary<OwnerKey, OwnerLink[]> Links { get; init; } = new Dictionary<OwnerKey, OwnerLink[]>();

    public IReadOnlyDictionary<OwnerKey, DirectoryOwner> Owners { get; init; } = new Dictionary<OwnerKey, DirectoryOwner>();

    public IReadOnlyDictionary<string, Cpts> Communities { get; init; } = new Dictionary<string, Cpts>();

    public IReadOnlyDictionary<string, IReadOnlyList<OwnerKey>> Members { get; init; } = new Dictionary<string, IReadOnlyList<OwnerKey>>();

    public IReadOnlyDictionary<OwnerKey, IReadOnlyList<Cpts>> CommunitiesOf { get; init; } = new Dictionary<OwnerKey, IReadOnlyList<Cpts>>();
}
