using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>What the file says of one owner.</summary>
/// <param name="Owner">Whose.</param>
/// <param name="ChangedAt">When what is said of the owner last changed.</param>
/// <param name="Lanes">What each vendor says at each place.</param>
/// <param name="Sightings">When each vendor last told all it has.</param>
internal sealed record SavedOwner(OwnerKey Owner, DateTimeOffset ChangedAt, IReadOnlyList<SavedLane> Lanes, IReadOnlyList<SavedSighting> Sightings);

/// <summary>What one vendor says of one owner at one place.</summary>
internal sealed record SavedLane
{
    public required SavedVendor Vendor { get; init; }

    public required PlaceDetails Place { get; init; }

    public OwnerDetails? Owner { get; init; }

    /// <summary>Blocks of <see cref="WarmStartFormat.SlotBytes"/> whose meaning the index knows. Good only while this owner is written or read.</summary>
    public required ReadOnlyMemory<byte> Slots { get; init; }

    public required IReadOnlyList<SavedKind> Kinds { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    public DateTimeOffset? DataTime { get; init; }
}

/// <summary>A kind of slot in one lane.</summary>
/// <param name="Kind">What it shares with other lanes; without its booking page. One instance for equal kinds of a block.</param>
/// <param name="Page">The booking page as the index keeps it; null when there is none.</param>
internal sealed record SavedKind(SlotKind Kind, byte[]? Page);

/// <summary>When a vendor last told all it has of the owner, at one place or at all.</summary>
internal sealed record SavedSighting(SavedVendor Vendor, string? PlaceKey, DateTimeOffset SeenAt);

/// <summary>Whose words they are, and how long they are believed. One instance for equal vendors of a block.</summary>
/// <param name="Id">The vendor's id.</param>
/// <param name="Source">Where its words came from; from elsewhere, they would be another's words.</param>
/// <param name="StaleAfter">Age from which slots are flagged.</param>
/// <param name="DropAfter">Age from which slots are not served.</param>
/// <param name="EmptyRunGuard">How long a fall to zero is not believed.</param>
internal sealed record SavedVendor(string Id, string Source, TimeSpan StaleAfter, TimeSpan DropAfter, TimeSpan EmptyRunGuard);
