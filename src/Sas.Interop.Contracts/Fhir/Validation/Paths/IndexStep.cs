namespace Sas.Interop.Contracts.Fhir.Validation.Paths;

/// <summary>The value at a place of a list.</summary>
/// <param name="owner">The list.</param>
/// <param name="index">The place, from 0.</param>
internal sealed class IndexStep(PathStep owner, PathStep index) : PathStep
{
    public override bool IsClosed => owner.IsClosed && index.IsClosed;

    protected override IReadOnlyList<object> Evaluate(PathScope scope, IReadOnlyList<object> self)
    {
        var values = owner.Values(scope, self);
        return PathValue.Number(index.Values(scope, self)) is { } at && at >= 0 && at < values.Count ? [values[at]] : PathValue.None;
    }
}
