using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Paths;

/// <summary>The children of a name.</summary>
/// <param name="owner">Whose children; null for those of <c>$this</c>.</param>
/// <param name="name">Name of the element; at the start also the type of the value itself.</param>
internal sealed class MemberStep(PathStep? owner, string name) : PathStep
{
    public override bool IsClosed => owner is { IsClosed: true };

    public string Name => name;

    protected override IReadOnlyList<object> Evaluate(PathScope scope, IReadOnlyList<object> self)
    {
        var owners = owner is null ? self : owner.Values(scope, self);
        if (owner is null && owners is [Node { Type: { } type }] && type == name)
        {
            return owners;
        }

        List<object>? all = null;
        foreach (var value in owners)
        {
            if (value is Node node && node.Children(name) is { Count: > 0 } children)
            {
                scope.Spend(children.Count);
                (all ??= []).AddRange(children);
            }
        }

        return all ?? PathValue.None;
    }
}
