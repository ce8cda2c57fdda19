using System.Globalization;

namespace Sas.Interop.Contracts.Fhir;

/// <summary>FHIR <c>instant</c>: a point in time with seconds and offset, that keeps the text exactly as it was read.</summary>
/// <remarks>Two instants are equal when their texts are; compare <see cref="Value"/> to compare points in time.</remarks>
public readonly record struct FhirInstant
{
    private readonly string? _text;

    /// <summary>Makes an instant with milliseconds and the offset of <paramref name="value"/>: <c>yyyy-MM-ddTHH:mm:ss.fffzzz</c> (D13).</summary>
    /// <param name="value">The point in time; its offset is the one that is written.</param>
    public FhirInstant(DateTimeOffset value)
        : this(value.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture), value)
    {
    }

    private FhirInstant(string text, DateTimeOffset value)
    {
        _text = text;
        Value = value;
    }

    /// <summary>The text on the wire; empty for the default value, which counts as absent.</summary>
    public string Text => _text ?? "";

    /// <summary>The point in time with its offset, to 100 ns.</summary>
    public DateTimeOffset Value { get; }

    /// <summary>Reads the R4 form <c>YYYY-MM-DDThh:mm:ss[.f…](Z|±hh:mm)</c>.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="instant">The instant, with the same text.</param>
    /// <returns>False when the text has another form or names no existing moment.</returns>
    public static bool TryParse(string? text, out FhirInstant instant)
    {
        if (text is not null && LexicalTime.TryReadInstant(text, out var value))
        {
            instant = new FhirInstant(text, value);
            return true;
        }

        instant = default;
        return false;
    }

    /// <summary>Reads the R4 form, for texts known to be right.</summary>
    /// <param name="text">The text to read.</param>
    /// <returns>The instant.</returns>
    /// <exception cref="FormatException">The text is no instant.</exception>
    public static FhirInstant Parse(string text) =>
        TryParse(text, out var instant) ? instant : throw new FormatException("The text is not a FHIR instant.");

    /// <summary>The text on the wire.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;
}
