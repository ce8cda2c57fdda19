using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>Read side of the index. Never waits.</summary>
internal interface IAvailabilityReader
{
    /// <summary>What is known of an owner right now, or null.</summary>
    OwnerEntry? Find(OwnerKey owner);
}
