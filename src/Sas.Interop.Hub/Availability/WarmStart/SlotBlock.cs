using System.Buffers.Binary;
using System.Runtime.InteropServices;

using Sas.Interop.Hub.Persistence.WarmStart;

namespace Sas.Interop.Hub.Availability.WarmStart;

/// <summary>Slots as the sixteen little-endian bytes of each, which on most machines are the bytes in memory.</summary>
internal static class SlotBlock
{
    private const uint LongestSlot = 24 * 60 * 60;

    /// <summary>Writes the slots.</summary>
    /// <param name="slots">The slots.</param>
    /// <param name="to">Room for <see cref="WarmStartFormat.SlotBytes"/> of each.</param>
    public static void Write(ReadOnlySpan<IndexedSlot> slots, Span<byte> to)
    {
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(slots).CopyTo(to);
            return;
        }

        foreach (ref readonly var slot in slots)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(to, slot.Id);
            BinaryPrimitives.WriteUInt32LittleEndian(to[8..], slot.Start);
            BinaryPrimitives.WriteUInt32LittleEndian(to[12..], slot.Packed);
            to = to[WarmStartFormat.SlotBytes..];
        }
    }

    public static IndexedSlot[] Read(ReadOnlySpan<byte> from)
    {
        if (BitConverter.IsLittleEndian)
        {
            return MemoryMarshal.Cast<byte, IndexedSlot>(from).ToArray();
        }

        var slots = new IndexedSlot[from.Length / WarmStartFormat.SlotBytes];
        for (var i = 0; i < slots.Length; i++, from = from[WarmStartFormat.SlotBytes..])
        {
            slots[i] = new IndexedSlot(
                BinaryPrimitives.ReadUInt64LittleEndian(from),
                BinaryPrimitives.ReadUInt32LittleEndian(from[8..]),
                BinaryPrimitives.ReadUInt32LittleEndian(from[12..]));
        }

        return slots;
    }

    /// <summary>Whether slots are what a lane may hold: in order, each with a kind of the lane and a length.</summary>
    public static bool IsSound(ReadOnlySpan<IndexedSlot> slots, ReadOnlySpan<LaneKind> kinds)
    {
        for (var i = 0; i < slots.Length; i++)
        {
            ref readonly var slot = ref slots[i];
            if (slot.Kind >= kinds.Length || slot.Duration > LongestSlot || (i > 0 && IndexedSlot.Compare(slots[i - 1], slot, kinds) > 0))
            {
                return false;
            }
        }

        return true;
    }
}
