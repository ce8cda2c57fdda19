using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Admin;

/// <summary>All that the hub knows of one owner, and what searches make of it. No names, no telephones.</summary>
internal sealed record OwnerView
{
    /// <summary>National identifier with prefix.</summary>
    public required string Owner { get; init; }

    /// <summary>The moment that all of it is of, by the hub's clock.</summary>
    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    /// <summary>Whether the window held more slots than are told.</summary>
    public required bool Cut { get; init; }

    public required PreferenceView Preference { get; init; }

    public required IReadOnlyList<LinkView> Links { get; init; }

    public required IReadOnlyList<SightingView> Sightings { get; init; }

    /// <summary>What an answer to a search says that it lacks.</summary>
    public required IReadOnlyList<GapView> Gaps { get; init; }

    public required IReadOnlyList<PlaceView> Places { get; init; }
}

/// <summary>The preference in force.</summary>
/// <param name="Refuses">Whether no slot is shown.</param>
/// <param name="RefusalSaidBy"><c>owner</c>, <c>directory</c>, or null when neither has said anything.</param>
/// <param name="DeclaredVendors">Vendors whose slots are shown; empty for all.</param>
/// <param name="ReorientationPackage">Whether the owner takes part in it.</param>
/// <param name="Unavailabilities">Spans without slots.</param>
internal sealed record PreferenceView(
    bool Refuses, string? RefusalSaidBy, IReadOnlyList<string> DeclaredVendors, bool ReorientationPackage, IReadOnlyList<Unavailability> Unavailabilities);

/// <summary>A line of the directory.</summary>
/// <param name="Vendor">Id of the vendor.</param>
/// <param name="State"><c>enabled</c>, <c>disabled</c>, or <c>unknown</c> when <c>adapters.json</c> has no such vendor.</param>
/// <param name="Place">Key of the place; null for all places.</param>
internal sealed record LinkView(string Vendor, string State, string? Place);

/// <summary>When a vendor last told all it has of the owner.</summary>
internal sealed record SightingView(string Vendor, string? Place, DateTimeOffset SeenAt, long AgeSeconds);

/// <summary>A vendor that is missing or stale in an answer.</summary>
internal sealed record GapView(string Vendor, string Kind, long? AgeSeconds);

/// <summary>A place, with every vendor that tells of it and every time that is told.</summary>
internal sealed record PlaceView(
    string Id, IReadOnlyList<string> Keys, string? Structure, string Zone, IReadOnlyList<LaneView> Lanes, IReadOnlyList<TimeView> Times);

/// <summary>What one vendor says of the place; <c>state</c> is <c>fresh</c>, <c>stale</c> or <c>dropped</c>, the age is that of <c>asOf</c>.</summary>
internal sealed record LaneView(
    string Vendor, string Place, DateTimeOffset SeenAt, DateTimeOffset? DataTime, DateTimeOffset AsOf)
{
    public required long AgeSeconds { get; init; }

    public required string State { get; init; }

    /// <summary>All slots of the lane, in the window or not.</summary>
    public required int Slots { get; init; }
}

/// <summary>A time, with every slot that claims it.</summary>
internal sealed record TimeView(DateTimeOffset Start, DateTimeOffset End, IReadOnlyList<SourceView> Sources);

/// <summary>One slot as one vendor told it, and what each search that may show it does.</summary>
internal sealed record SourceView(string Vendor, string SlotId, KindView Kind, IReadOnlyList<VerdictView> Searches);

/// <summary>What kind of slot it is, in the codes of the contract.</summary>
internal sealed record KindView(
    IReadOnlyList<string> Types, IReadOnlyList<string> Consultations, string? Mode, bool Bookable, IReadOnlyList<string> Communities);

/// <summary>Whether a search shows a slot, and why.</summary>
internal sealed record VerdictView(string Search, bool Served, string Why);
