namespace Sas.Interop.Contracts.Availability;

/// <summary>
/// What many slots of one schedule have in common: everything of a slot but its identity and times. Adapters share one instance between the slots of one kind,
/// so that the index can render the common part once. Equality is by content, lists in order.
/// </summary>
public sealed record SlotKind
{
    /// <summary>To whom the slot is open.</summary>
    public SlotTypes Types { get; init; }

    /// <summary>How the consultation takes place.</summary>
    public ConsultationTypes Consultations { get; init; }

    /// <summary>Reasons for the visit in the vendor's words, one text each (D40); never null, no blank item.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Specialties of the slot; when empty, <see cref="Snapshot.OwnerSpecialties"/> are used.</summary>
    public IReadOnlyList<Specialty> Specialties { get; init; } = [];

    /// <summary>With or without appointment.</summary>
    public BookingMode Mode { get; init; }

    /// <summary>Absolute address of the vendor's page to book (D37), without the <c>origin</c> parameter; null when unknown.</summary>
    public Uri? BookingUrl { get; init; }

    /// <summary>The communities that see the slot; meaningful with <see cref="SlotTypes.Cpts"/> only.</summary>
    public IReadOnlyList<Cpts> Communities { get; init; } = [];

    /// <summary>Compares by content.</summary>
    /// <param name="other">The other kind.</param>
    /// <returns>True when every member is equal, lists item by item.</returns>
    public bool Equals(SlotKind? other) =>
        other is not null
        && Types == other.Types
        && Consultations == other.Consultations
        && Mode == other.Mode
        && BookingUrl == other.BookingUrl
        && Reasons.SequenceEqual(other.Reasons, StringComparer.Ordinal)
        && Specialties.SequenceEqual(other.Specialties)
        && Communities.SequenceEqual(other.Communities);

    /// <summary>A hash over the content.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Types);
        hash.Add(Consultations);
        hash.Add(Mode);
        hash.Add(BookingUrl);
        foreach (var reason in Reasons)
        {
            hash.Add(reason, StringComparer.Ordinal);
        }

        foreach (var specialty in Specialties)
        {
            hash.Add(specialty);
        }

        foreach (var community in Communities)
        {
            hash.Add(community);
        }

        return hash.ToHashCode();
    }
}
