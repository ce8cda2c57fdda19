namespace Sas.Interop.Adapters.Mapping;

/// <summary>Finds an end for times that a vendor lists without one (VENDORS §2, "End of slot"): the next time of the same agenda, at most the default length.</summary>
internal static class SlotEnds
{
    private static readonly TimeSpan LongestSlot = TimeSpan.FromHours(24);

    /// <returns>The end as written; null when it is none or cannot be the end of a slot.</returns>
    public static DateTimeOffset? Read(string? text, DateTimeOffset start, TimeZoneInfo zone) =>
        Instants.TryRead(text, zone, out var end) ? Sound(end, start) : null;

    /// <returns>The end; null when it cannot be the end of a slot.</returns>
    public static DateTimeOffset? Sound(DateTimeOffset? end, DateTimeOffset start) =>
        end is { } instant && instant > start && instant - start <= LongestSlot ? instant : null;

    /// <param name="listed">The times of one answer, in any order; put in the order of their starts.</param>
    /// <param name="length">The default length; above zero.</param>
    /// <param name="ends">Gets the end of each time, in the order in which they are then.</param>
    public static void Close(Span<ListedSlot> listed, TimeSpan length, Span<DateTimeOffset> ends)
    {
        Sort(listed);
        var agendas = new Dictionary<string, Walk>(StringComparer.Ordinal);
        var (walk, other) = (default(Walk), default(Walk));
        for (var index = listed.Length - 1; index >= 0; index--)
        {
            ref readonly var slot = ref listed[index];
            var longest = slot.Start + length;
            if (slot.Agenda is null)
            {
                ends[index] = slot.End ?? longest;
                continue;
            }

            if (!ReferenceEquals(slot.Agenda, walk?.Agenda))
            {
                // Two agendas often take turns.
                (walk, other) = (other, walk);
                walk = ReferenceEquals(slot.Agenda, walk?.Agenda) ? walk : Find(agendas, slot.Agenda);
            }

            // One of the two branches above has set it.
            walk!.GoBackTo(slot.Start);
            ends[index] = slot.End ?? (walk.Next is { } next && next < longest ? next : longest);
        }
    }

    private static void Sort(Span<ListedSlot> listed)
    {
        for (var index = 1; index < listed.Length; index++)
        {
            if (listed[index].Start < listed[index - 1].Start)
            {
                listed.Sort(static (one, other) => one.Start.CompareTo(other.Start));
                return;
            }
        }
    }

    private static Walk Find(Dictionary<string, Walk> agendas, string agenda)
    {
        if (!agendas.TryGetValue(agenda, out var walk))
        {
            walk = new Walk(agenda);
            agendas.Add(agenda, walk);
        }

        return walk;
    }

    /// <summary>Where one agenda stands when it is walked backwards.</summary>
    private sealed class Walk(string agenda)
    {
        private DateTimeOffset? _start;

        public string Agenda => agenda;

        /// <summary>The next later start than the one met last, or null.</summary>
        public DateTimeOffset? Next { get; private set; }

        public void GoBackTo(DateTimeOffset start)
        {
            if (start != _start)
            {
                (_start, Next) = (start, _start);
            }
        }
    }
}
