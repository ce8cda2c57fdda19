namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>A condition on all values of one name: any of them satisfies one pattern, or each of several patterns is satisfied.</summary>
/// <param name="Parts">The patterns; one for the plain form.</param>
/// <param name="Kind">How they apply.</param>
internal sealed record MultiValuePattern(IReadOnlyList<ValuePattern> Parts, MultiValueKind Kind)
{
    public bool Matches(IReadOnlyList<string> values) => Kind switch
    {
        MultiValueKind.Any => values.Count == 0 ? Parts[0].Matches(null) : values.Any(Parts[0].Matches),
        MultiValueKind.Exactly when values.Count != Parts.Count => false,
        _ => values.Count > 0 && Parts.All(part => values.Any(part.Matches)),
    };
}
