namespace Sas.Interop.Contracts.Availability;

/// <summary>What one vendor says of one owner for one window: the unit of replacement (decision 3 of the design).</summary>
public sealed record Snapshot
{
    /// <summary>What the snapshot speaks for.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>One item a place; a place of the owner without slot may be listed empty or left out.</summary>
    public required IReadOnlyList<ScheduleSlots> Schedules { get; init; }

    /// <summary>Names as the vendor tells them, or null when the vendor tells none.</summary>
    public OwnerDetails? Owner { get; init; }

    /// <summary>Specialties of the owner, for slots whose kind names none.</summary>
    public IReadOnlyList<Specialty> OwnerSpecialties { get; init; } = [];

    /// <summary>When the source data was made, as far as the vendor tells; null when it does not.</summary>
    public DateTimeOffset? DataTime { get; init; }

    /// <summary>The vendor's hint of its next free time outside the window; never a slot.</summary>
    public DateTimeOffset? NextAvailable { get; init; }

    /// <summary>The vendor says that this agenda is not bookable online. Not a statement about slots: what is known stays until it ages.</summary>
    public bool TelephoneOnly { get; init; }

    /// <summary>How many items were read and dropped, by cause.</summary>
    public SnapshotTally Tally { get; init; } = SnapshotTally.None;
}
