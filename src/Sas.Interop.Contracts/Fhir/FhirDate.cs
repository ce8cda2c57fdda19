using System.Globalization;

namespace Sas.Interop.Contracts.Fhir;

/// <summary>FHIR <c>date</c>: a year, a month or a day, without zone, that keeps the text exactly as it was read.</summary>
public readonly record struct FhirDate
{
    private readonly string? _text;

    /// <summary>Makes a full date, <c>yyyy-MM-dd</c>.</summary>
    /// <param name="value">The date.</param>
    public FhirDate(DateOnly value)
        : this(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), FhirDateTimePrecision.Day, value)
    {
    }

    private FhirDate(string text, FhirDateTimePrecision precision, DateOnly? value)
    {
        _text = text;
        Precision = precision;
        Value = value;
    }

    /// <summary>The text on the wire; empty for the default value, which counts as absent.</summary>
    public string Text => _text ?? "";

    /// <summary>How much is given; never <see cref="FhirDateTimePrecision.Time"/>.</summary>
    public FhirDateTimePrecision Precision { get; }

    /// <summary>The date; null when only a year or a month is given.</summary>
    public DateOnly? Value { get; }

    /// <summary>Reads <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="date">The value, with the same text.</param>
    /// <returns>False when the text has another form or names no existing date.</returns>
    public static bool TryParse(string? text, out FhirDate date)
    {
        if (text is not null && LexicalTime.TryReadDate(text, out var precision, out var first))
        {
            date = new FhirDate(text, precision, precision == FhirDateTimePrecision.Day ? first : null);
            return true;
        }

        date = default;
        return false;
    }

    /// <summary>The text on the wire.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;
}
