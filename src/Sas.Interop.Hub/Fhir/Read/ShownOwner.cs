using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>A practitioner or an association as callers may see it.</summary>
/// <param name="Key">Who.</param>
/// <param name="Details">Names as searches tell them; the directory's while no vendor has spoken.</param>
/// <param name="Places">The places of which a wanted vendor has spoken lately; empty when there are none.</param>
internal sealed record ShownOwner(OwnerKey Key, OwnerDetails Details, IReadOnlyList<PlaceEntry> Places)
{
    /// <summary>When what is said of the owner last changed; <see cref="DateTimeOffset.MinValue"/> when the directory alone knows it.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>When the vendor that was not heard for longest was last heard; null when none was.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The time of the answer.</summary>
    public DateTimeOffset LookedAt { get; init; }

    /// <summary>Whether care can be asked for on a marketplace, and answers tell it.</summary>
    public bool TakesRequests { get; init; }

    public bool IsPractitioner => Key.Kind == OwnerKind.Practitioner;
}
