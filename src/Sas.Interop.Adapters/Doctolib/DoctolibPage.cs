using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Doctolib;

/// <summary>One availability answer as read.</summary>
internal sealed class DoctolibPage
{
    public List<DoctolibTime> Times { get; } = [];

    /// <summary>Days that the answer names.</summary>
    public HashSet<DateOnly> Days { get; } = [];

    public DateTimeOffset? Next { get; set; }

    public int Unreadable { get; set; }

    public DateTimeOffset? MadeAt { get; init; }
}

/// <summary>One listed time, with the practice that the vendor names for it.</summary>
internal readonly record struct DoctolibTime(ListedSlot Slot, string? Practice);
