using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.NationalLoad.Population;

/// <summary>An invented practitioner or SOS Médecins association.</summary>
/// <param name="Number">0-based over practitioners, then associations.</param>
/// <param name="Key">Its key in the index.</param>
/// <param name="Name">Family name, or the name of the association.</param>
/// <param name="Given">First name; null for an association.</param>
/// <param name="Department">The one department that it belongs to.</param>
/// <param name="Places">One or more.</param>
internal sealed record InventedOwner(int Number, OwnerKey Key, string Name, string? Given, Department Department, IReadOnlyList<InventedPlace> Places)
{
    /// <summary>The identifier with its prefix.</summary>
    public string Id { get; } = Key.ToString();

    public bool IsAssociation => Key.Kind == OwnerKind.Association;

    /// <summary>TRE_R38 code; null for an association.</summary>
    public string? Specialty { get; init; }

    /// <summary>Telephone of an association.</summary>
    public string? Phone { get; init; }

    /// <summary>The community that it is a member of, or null.</summary>
    public Cpts? Community { get; init; }

    /// <summary>The vendors that sell its agendas.</summary>
    public IEnumerable<string> Vendors => Places.Select(static place => place.Vendor).Distinct(StringComparer.Ordinal);
}

/// <summary>An invented place of practice with its agenda.</summary>
/// <param name="Number">0-based within its owner.</param>
/// <param name="Vendor">Who sells its agenda.</param>
/// <param name="Details">As an adapter of the national dialect reads it.</param>
/// <param name="Agenda">When slots are offered.</param>
/// <param name="Kinds">What slots have in common.</param>
internal sealed record InventedPlace(int Number, string Vendor, PlaceDetails Details, Agendas.Agenda Agenda, IReadOnlyList<SlotKind> Kinds);
