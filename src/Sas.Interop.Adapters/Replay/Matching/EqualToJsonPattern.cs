using System.Text.Json;
using Sas.Interop.Adapters.Replay.Json;

namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>A text that is the expected JSON.</summary>
/// <param name="Expected">The expected value.</param>
/// <param name="Comparison">Which differences do not count.</param>
internal sealed record EqualToJsonPattern(JsonElement Expected, JsonComparison Comparison) : ValuePattern
{
    public override bool Matches(string? value)
    {
        using var document = value is null ? null : JsonBody.TryParse(value);
        return document is not null && Comparison.Matches(Expected, document.RootElement);
    }
}
