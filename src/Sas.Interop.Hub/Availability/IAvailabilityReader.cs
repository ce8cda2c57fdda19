using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>Read side of the index. Never waits.</summary>
internal interface IAvailabilityReader
{
    /// <summary>What is known of an owner right now, or null.</summary>
    OwnerEntry? Find(OwnerKey owner);

    /// <summary>A community that slots have named, by its FINESS with prefix; null when none has since the start.</summary>
    Cpts? FindCommunity(string finess);
}
