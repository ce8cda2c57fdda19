namespace Sas.Interop.Contracts.Fhir.Validation.Paths;

/// <summary><c>$this</c>, <c>%resource</c> or <c>%rootResource</c>.</summary>
/// <param name="name">Name without its sign.</param>
internal sealed class VariableStep(string name) : PathStep
{
    public override bool IsClosed => name is "resource" or "rootResource";

    protected override IReadOnlyList<object> Evaluate(PathScope scope, IReadOnlyList<object> self) => name switch
    {
        "resource" => [scope.Resource],
        "rootResource" => [scope.RootResource],
        _ => self,
    };
}
