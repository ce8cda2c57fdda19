namespace Sas.Interop.Contracts.Fhir.Validation.Paths;

/// <summary>One step of an expression; immutable, so that it serves any number of evaluations at once.</summary>
internal abstract class PathStep
{
    /// <summary>Whether the result depends on the resource alone, and not on the value that the expression is applied to.</summary>
    public abstract bool IsClosed { get; }

    /// <summary>The values of the step.</summary>
    /// <param name="scope">Shared state of the validation.</param>
    /// <param name="self">What <c>$this</c> stands for.</param>
    public IReadOnlyList<object> Values(PathScope scope, IReadOnlyList<object> self)
    {
        scope.Spend(1);
        return IsClosed && this is not LiteralStep ? scope.Closed(this, step => step.Evaluate(scope, self)) : Evaluate(scope, self);
    }

    protected abstract IReadOnlyList<object> Evaluate(PathScope scope, IReadOnlyList<object> self);
}
