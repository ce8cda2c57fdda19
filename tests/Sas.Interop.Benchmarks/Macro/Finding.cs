namespace Sas.Interop.Benchmarks.Macro;

/// <summary>What was measured of one budget.</summary>
/// <param name="Budget">The budget.</param>
/// <param name="Value">The figure; null when it was not measured.</param>
/// <param name="Method">How it was measured, or why it was not.</param>
/// <param name="Details">Figures beside the headline, each with its label.</param>
internal sealed record Finding(Budget Budget, Spread? Value, string Method, IReadOnlyList<Detail> Details)
{
    public string Verdict => Value is not { Median: var median } ? "not measured"
        : Budget.Stretch is { } stretch && Budget.Meets(median, stretch) ? "stretch reached"
        : Budget.Meets(median, Budget.Bar) ? "bar reached"
        : "missed";
}

/// <summary>A figure beside the headline.</summary>
internal sealed record Detail(string Label, string Value);
