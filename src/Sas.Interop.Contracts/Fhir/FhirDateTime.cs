using System.Globalization;

namespace Sas.Interop.Contracts.Fhir;

/// <summary>FHIR <c>dateTime</c>: a year, a month, a day or a full moment with offset, that keeps the text exactly as it was read.</summary>
public readonly record struct FhirDateTime
{
    private readonly string? _text;

    /// <summary>Makes a full moment with milliseconds and the offset of <paramref name="value"/>: <c>yyyy-MM-ddTHH:mm:ss.fffzzz</c>.</summary>
    /// <param name="value">The moment; its offset is the one that is written.</param>
    public FhirDateTime(DateTimeOffset value)
        : this(value.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture), FhirDateTimePrecision.Time, value)
    {
    }

    private FhirDateTime(string text, FhirDateTimePrecision precision, DateTimeOffset? value)
    {
        _text = text;
        Precision = precision;
        Value = value;
    }

    /// <summary>The text on the wire; empty for the default value, which counts as absent.</summary>
    public string Text => _text ?? "";

    /// <summary>How much is given.</summary>
    public FhirDateTimePrecision Precision { get; }

    /// <summary>The moment with its offset; null unless <see cref="Precision"/> is <see cref="FhirDateTimePrecision.Time"/>, since a partial date has no zone.</summary>
    public DateTimeOffset? Value { get; }

    /// <summary>Reads <c>YYYY</c>, <c>YYYY-MM</c>, <c>YYYY-MM-DD</c> or the form of an instant.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="dateTime">The value, with the same text.</param>
    /// <returns>False when the text has another form or names no existing date.</returns>
    public static bool TryParse(string? text, out FhirDateTime dateTime)
    {
        dateTime = default;
        if (text is null)
        {
            return false;
        }

        if (LexicalTime.TryReadDate(text, out var precision, out _))
        {
            dateTime = new FhirDateTime(text, precision, null);
            return true;
        }

        if (!LexicalTime.TryReadInstant(text, out var value))
        {
            return false;
        }

        dateTime = new FhirDateTime(text, FhirDateTimePrecision.Time, value);
        return true;
    }

    /// <summary>Reads a text known to be right.</summary>
    /// <param name="text">The text to read.</param>
    /// <returns>The value.</returns>
    /// <exception cref="FormatException">The text is no dateTime.</exception>
    public static FhirDateTime Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("The text is not a FHIR dateTime.");

    /// <summary>The text on the wire.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;
}
