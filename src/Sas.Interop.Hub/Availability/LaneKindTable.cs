namespace Sas.Interop.Hub.Availability;

/// <summary>Numbers distinct kinds in the order in which they come.</summary>
internal sealed class LaneKindTable
{
    private readonly Dictionary<LaneKind, int> _numbers = [];
    private readonly List<LaneKind> _kinds = [];

    public int Number(LaneKind kind)
    {
        if (_numbers.TryGetValue(kind, out var number))
        {
            return number;
        }

        // Beyond the kinds that a slot can number, which no real agenda has, the last kind stands for the rest.
        if (_kinds.Count < IndexedSlot.MaxKinds)
        {
            _numbers.Add(kind, _kinds.Count);
            _kinds.Add(kind);
        }

        return _kinds.Count - 1;
    }

    public LaneKind[] ToArray() => [.. _kinds];
}
