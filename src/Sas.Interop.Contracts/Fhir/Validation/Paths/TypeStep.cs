using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Paths;

/// <summary>Keeps the values of a type (<c>as</c>, <c>ofType</c>), or says whether the value is of it (<c>is</c>).</summary>
/// <param name="owner">The values.</param>
/// <param name="type">Name of the type, without the name of its model.</param>
/// <param name="asks">Whether this is <c>is</c>.</param>
internal sealed class TypeStep(PathStep owner, string type, bool asks) : PathStep
{
    public override bool IsClosed => owner.IsClosed;

    protected override IReadOnlyList<object> Evaluate(PathScope scope, IReadOnlyList<object> self)
    {
        var values = owner.Values(scope, self);
        scope.Spend(values.Count);
        if (asks)
        {
            return values.Count == 0 ? PathValue.None : PathValue.Of(values.All(Fits));
        }

        List<object> kept = [.. values.Where(Fits)];
        return kept;
    }

    private bool Fits(object value) => value switch
    {
        Node node => node.Type == type || (type == "Resource" && node.IsResource),
        string => type is "string" or "String",
        bool => type is "boolean" or "Boolean",
        _ => type is "integer" or "Integer" or "decimal" or "Decimal",
    };
}
