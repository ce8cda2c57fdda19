using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Sas.Interop.Contracts.Availability;

/// <summary>
/// Whose slots: a practitioner by national identifier (8 + RPPS, 0 + ADELI) or an SOS Médecins association by 3 + SIRET, always with its prefix (CONTRACT §6.2).
/// A 16-byte value that compares and hashes without touching a string, so that a search can look owners up from the bytes of the query.
/// </summary>
public readonly struct OwnerKey : IEquatable<OwnerKey>, IComparable<OwnerKey>
{
    /// <summary>The longest identifier that fits, in characters.</summary>
    public const int MaxLength = 15;

    private readonly UInt128 _packed;

    private OwnerKey(UInt128 packed) => _packed = packed;

    /// <summary>What the key designates.</summary>
    public OwnerKind Kind => (OwnerKind)(byte)(_packed & 0xFF);

    /// <summary>Reads a prefixed identifier given as text.</summary>
    /// <param name="kind">What it designates.</param>
    /// <param name="prefixed">1 to 15 ASCII letters or digits, prefix included; letters are read without regard to case.</param>
    /// <param name="key">The key, when the text can be one.</param>
    /// <returns>Whether the text has the length and alphabet of a key; its check digits are not judged here.</returns>
    public static bool TryCreate(OwnerKind kind, ReadOnlySpan<char> prefixed, out OwnerKey key)
    {
        key = default;
        if (prefixed.Length is 0 or > MaxLength)
        {
            return false;
        }

        UInt128 packed = 0;
        foreach (var c in prefixed)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }

            packed = (packed << 8) | (byte)char.ToUpperInvariant(c);
        }

        key = new OwnerKey((packed << 8) | (byte)kind);
        return true;
    }

    /// <summary>Reads a prefixed identifier that is known to be well formed.</summary>
    /// <param name="kind">What it designates.</param>
    /// <param name="prefixed">The identifier with its prefix.</param>
    /// <returns>The key.</returns>
    /// <exception cref="FormatException">The text is empty, longer than 15 characters, or not made of ASCII letters and digits.</exception>
    public static OwnerKey Create(OwnerKind kind, string prefixed) =>
        TryCreate(kind, prefixed, out var key)
            ? key
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Not an owner identifier ({prefixed.Length} characters)."));

    /// <inheritdoc />
    public bool Equals(OwnerKey other) => _packed == other._packed;

    /// <inheritdoc />
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is OwnerKey other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _packed.GetHashCode();

    /// <inheritdoc />
    public int CompareTo(OwnerKey other) => _packed.CompareTo(other._packed);

    /// <summary>The identifier with its prefix, such as <c>810002673899</c>.</summary>
    /// <returns>The prefixed identifier.</returns>
    public override string ToString()
    {
        Span<char> text = stackalloc char[MaxLength];
        return new string(text[..Format(text)]);
    }

    /// <summary>Writes the identifier with its prefix without making a string.</summary>
    /// <param name="to">Room for at least <see cref="MaxLength"/> characters.</param>
    /// <returns>How many characters were written: 0 for the default key, else 1 to 15, ASCII letters and digits only.</returns>
    /// <exception cref="ArgumentException">The room is too small.</exception>
    public int Format(Span<char> to)
    {
        var length = 0;
        for (var rest = _packed >> 8; rest != 0; rest >>= 8)
        {
            length++;
        }

        if (to.Length < length)
        {
            throw new ArgumentException("Too small for the identifier.", nameof(to));
        }

        var at = length;
        for (var rest = _packed >> 8; rest != 0; rest >>= 8)
        {
            to[--at] = (char)(byte)(rest & 0xFF);
        }

        return length;
    }

    /// <summary>Whether two keys designate the same owner.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(OwnerKey left, OwnerKey right) => left.Equals(right);

    /// <summary>Whether two keys designate different owners.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(OwnerKey left, OwnerKey right) => !left.Equals(right);

    /// <summary>Orders keys; the order carries no meaning but is stable.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(OwnerKey left, OwnerKey right) => left.CompareTo(right) < 0;

    /// <summary>Orders keys; the order carries no meaning but is stable.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(OwnerKey left, OwnerKey right) => left.CompareTo(right) > 0;

    /// <summary>Orders keys; the order carries no meaning but is stable.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(OwnerKey left, OwnerKey right) => left.CompareTo(right) <= 0;

    /// <summary>Orders keys; the order carries no meaning but is stable.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(OwnerKey left, OwnerKey right) => left.CompareTo(right) >= 0;
}
