using System.Globalization;

namespace Sas.Interop.Contracts.Fhir;

/// <summary>FHIR <c>time</c>: a time of day with seconds and without zone, that keeps the text exactly as it was read.</summary>
public readonly record struct FhirTime
{
    private readonly string? _text;

    /// <summary>Makes a time of day, <c>HH:mm:ss</c>; parts of a second are left out.</summary>
    /// <param name="value">The time of day.</param>
    public FhirTime(TimeOnly value)
        : this(value.ToString("HH:mm:ss", CultureInfo.InvariantCulture), new TimeOnly(value.Hour, value.Minute, value.Second))
    {
    }

    private FhirTime(string text, TimeOnly value)
    {
        _text = text;
        Value = value;
    }

    /// <summary>The text on the wire; empty for the default value, which counts as absent.</summary>
    public string Text => _text ?? "";

    /// <summary>The time of day; a leap second reads as the start of the next minute, within the day.</summary>
    public TimeOnly Value { get; }

    /// <summary>Reads <c>hh:mm:ss[.f…]</c>.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="time">The value, with the same text.</param>
    /// <returns>False when the text has another form.</returns>
    public static bool TryParse(string? text, out FhirTime time)
    {
        if (text is not null && LexicalTime.TryReadTime(text, out var ticks, out var length) && length == text.Length)
        {
            time = new FhirTime(text, new TimeOnly(Math.Min(ticks, TimeSpan.TicksPerDay - 1)));
            return true;
        }

        time = default;
        return false;
    }

    /// <summary>The text on the wire.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;
}
