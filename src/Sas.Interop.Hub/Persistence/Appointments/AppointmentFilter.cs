namespace Sas.Interop.Hub.Persistence.Appointments;

/// <summary>Which appointments are sought: all criteria must hold, and of each any of its values will do.</summary>
internal sealed record AppointmentFilter
{
    /// <summary>Only those of this sender; null for those of all.</summary>
    public string? Sender { get; set; }

    public List<IReadOnlyList<string>> Ids { get; } = [];

    public List<IReadOnlyList<string>> Statuses { get; } = [];

    /// <summary>Prefixed national identifiers of practitioners.</summary>
    public List<IReadOnlyList<string>> Owners { get; } = [];

    /// <summary><see cref="IdentifierKey"/>s of system and value, and of values alone.</summary>
    public List<(IReadOnlyList<string> Keys, IReadOnlyList<string> ValueKeys)> Identifiers { get; } = [];

    public List<AppointmentSpan> Updated { get; } = [];

    public List<AppointmentSpan> Starts { get; } = [];

    public AppointmentSort Sort { get; set; }

    /// <summary>Where the page before ended; null for the first.</summary>
    public AppointmentPosition? After { get; set; }
}

/// <summary>A span of time.</summary>
/// <param name="First">First instant; null when it has always begun.</param>
/// <param name="Last">Last instant; null when it never ends.</param>
internal readonly record struct AppointmentSpan(DateTimeOffset? First, DateTimeOffset? Last);

/// <summary>A place in the order of appointments.</summary>
/// <param name="At">What they are ordered by.</param>
/// <param name="Id">Tells apart those of one time.</param>
internal sealed record AppointmentPosition(DateTimeOffset At, string Id);
