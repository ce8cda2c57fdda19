using System.Globalization;

namespace Sas.Interop.Hub.Availability;

/// <summary>A place's part of an identifier: 48 bits, written as twelve hexadecimal digits.</summary>
internal readonly record struct PlaceId(ulong Value) : IComparable<PlaceId>
{
    public const int Length = 12;

    public int CompareTo(PlaceId other) => Value.CompareTo(other.Value);

    public static bool TryParse(ReadOnlySpan<char> text, out PlaceId id)
    {
        var read = ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && text.Length == Length;
        id = new PlaceId(value);
        return read && !text.ContainsAnyInRange('A', 'F');
    }

    public override string ToString() => Value.ToString("x12", CultureInfo.InvariantCulture);
}
