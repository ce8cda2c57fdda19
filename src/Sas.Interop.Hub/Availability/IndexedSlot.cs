namespace Sas.Interop.Hub.Availability;

/// <summary>A slot in the index: 16 bytes beside the kinds that its lane shares.</summary>
/// <param name="Id">Stable for the same vendor, owner, place and time; unique within the owner.</param>
/// <param name="Start">Seconds since <see cref="SlotClock.Epoch"/>.</param>
/// <param name="Packed">Duration in seconds above, number of the kind below.</param>
internal readonly record struct IndexedSlot(ulong Id, uint Start, uint Packed)
{
    /// <summary>The most kinds that a lane or a place can number.</summary>
    public const int MaxKinds = 1 << KindBits;

    /// <summary>The longest duration, in seconds: more than a day.</summary>
    public const uint LongestDuration = uint.MaxValue >> KindBits;

    private const int KindBits = 15;

    /// <summary>Seconds.</summary>
    public uint Duration => Packed >> KindBits;

    /// <summary>Number of the kind in the lane, or in the place.</summary>
    public int Kind => (int)(Packed & (MaxKinds - 1));

    public uint End => Start + Duration;

    public static IndexedSlot Create(ulong id, uint start, uint duration, int kind) => new(id, start, (duration << KindBits) | (uint)kind);

    public IndexedSlot WithKind(int kind) => Create(Id, Start, Duration, kind);

    /// <summary>By time; of one time, the one that can be booked first.</summary>
    public static int Compare(in IndexedSlot left, in IndexedSlot right, ReadOnlySpan<LaneKind> kinds)
    {
        if (left.Start != right.Start)
        {
            return left.Start < right.Start ? -1 : 1;
        }

        var order = left.Duration.CompareTo(right.Duration);
        order = order != 0 || left.Kind == right.Kind ? order : kinds[right.Kind].IsBookable.CompareTo(kinds[left.Kind].IsBookable);
        return order != 0 ? order : left.Id.CompareTo(right.Id);
    }
}
