using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>Identifiers of the hub's resources, made of the owner's national identifier, the place and the slot.</summary>
internal static class OwnerId
{
    public const int HashLength = 16;

    private static ReadOnlySpan<byte> Digits => "0123456789abcdef"u8;

    /// <summary>Writes the owner's identifier.</summary>
    /// <returns>How many bytes it has, at most <see cref="OwnerKey.MaxLength"/>.</returns>
    public static int Write(OwnerKey owner, Span<byte> to)
    {
        Span<char> text = stackalloc char[OwnerKey.MaxLength];
        var length = owner.Format(text);
        for (var i = 0; i < length; i++)
        {
            to[i] = (byte)text[i];
        }

        return length;
    }

    public static void WritePlace(PlaceId place, Span<byte> to) => WriteHex(place.Value, to[..PlaceId.Length]);

    public static void WriteSlot(ulong id, Span<byte> to) => WriteHex(id, to[..HashLength]);

    private static void WriteHex(ulong value, Span<byte> to)
    {
        for (var i = to.Length - 1; i >= 0; i--)
        {
            to[i] = Digits[(int)(value & 0xF)];
            value >>= 4;
        }
    }
}
