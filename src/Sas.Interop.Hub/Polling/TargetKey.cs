using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Polling;

/// <summary>Tells the targets of one vendor apart: the directory links a vendor once to an owner at a place.</summary>
internal readonly record struct TargetKey(OwnerKey Owner, string? Place)
{
    public static TargetKey Of(PullTarget target) => new(target.Owner, target.Place?.Key);
}
