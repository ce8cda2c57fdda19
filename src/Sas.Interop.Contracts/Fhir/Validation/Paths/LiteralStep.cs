namespace Sas.Interop.Contracts.Fhir.Validation.Paths;

/// <summary>A written value, or the empty list.</summary>
/// <param name="values">The values.</param>
internal sealed class LiteralStep(IReadOnlyList<object> values) : PathStep
{
    public override bool IsClosed => true;

    /// <summary>The text, when it is one.</summary>
    public string? Text => values is [string text] ? text : null;

    protected override IReadOnlyList<object> Evaluate(PathScope scope, IReadOnlyList<object> self) => values;
}
