using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>Numbers the kinds of one lane. Adapters share instances, so most look-ups end at the reference.</summary>
internal sealed class KindTable
{
    private readonly Dictionary<SlotKind, ushort> _numbers = [];
    private readonly List<SlotKind> _kinds = [];
    private SlotKind? _last;
    private ushort _lastNumber;

    public ushort Number(SlotKind kind)
    {
        if (ReferenceEquals(kind, _last))
        {
            return _lastNumber;
        }

        if (!_numbers.TryGetValue(kind, out var number))
        {
            // Beyond 65 535 kinds in one lane, which no real agenda has, the last kind stands for the rest.
            number = (ushort)Math.Min(_kinds.Count, ushort.MaxValue);
            if (_kinds.Count <= ushort.MaxValue)
            {
                _kinds.Add(kind);
                _numbers.Add(kind, number);
            }
        }

        (_last, _lastNumber) = (kind, number);
        return number;
    }

    public SlotKind[] ToArray(Func<SlotKind, SlotKind> convert) => [.. _kinds.Select(convert)];
}
