namespace Sas.Interop.Hub.Availability;

/// <summary>What an owner has declared on the platform; applied in every search from the moment it is set (PLATFORM §8).</summary>
internal sealed record OwnerPreference
{
    /// <summary>Whether no slot of a booking product is shown; null when nothing was said, and the directory decides.</summary>
    public bool? RefusesSlots { get; init; }

    /// <summary>Ids of the vendors whose slots are shown; empty shows those of all.</summary>
    public IReadOnlyList<string> DeclaredVendors { get; init; } = [];

    /// <summary>Spans without slots, by place.</summary>
    public IReadOnlyList<Unavailability> Unavailabilities { get; init; } = [];

    /// <summary>Whether the owner takes part in the reorientation package of emergency departments.</summary>
    public bool ReorientationPackage { get; init; }
}
