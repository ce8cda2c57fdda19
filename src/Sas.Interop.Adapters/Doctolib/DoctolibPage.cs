using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Doctolib;

/// <summary>One availability answer as read.</summary>
internal sealed class DoctolibPage
{
    /// <summary>Every time on the wire, whosever it is.</summary>
    public List<DoctolibTime> Times { get; } = [];

    /// <summary>What else the answer tells; it holds no times.</summary>
    public SlotPage Page { get; } = new();
}

/// <summary>One listed time, with the practice that the vendor names for it.</summary>
internal readonly record struct DoctolibTime(ListedSlot Slot, string? Practice);
