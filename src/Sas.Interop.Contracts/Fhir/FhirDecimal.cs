using System.Globalization;

namespace Sas.Interop.Contracts.Fhir;

/// <summary>FHIR <c>decimal</c>: a JSON number that keeps its digits exactly as they were read, since <c>1.0</c> and <c>1.00</c> differ in precision.</summary>
public readonly record struct FhirDecimal
{
    private readonly string? _text;

    /// <summary>Makes a decimal with the digits of <paramref name="value"/>, trailing zeros included.</summary>
    /// <param name="value">The number.</param>
    public FhirDecimal(decimal value)
        : this(value.ToString(CultureInfo.InvariantCulture), value)
    {
    }

    private FhirDecimal(string text, decimal? value)
    {
        _text = text;
        Value = value;
    }

    /// <summary>The digits on the wire; empty for the default value, which counts as absent.</summary>
    public string Text => _text ?? "";

    /// <summary>The number; null when it is beyond the range of <see cref="decimal"/>.</summary>
    public decimal? Value { get; }

    /// <summary>The digits on the wire.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;

    /// <summary>Keeps digits that are already known to follow the grammar of JSON numbers.</summary>
    /// <param name="json">The number as written.</param>
    /// <returns>The decimal.</returns>
    internal static FhirDecimal FromJson(string json) =>
        new(json, decimal.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null);
}
