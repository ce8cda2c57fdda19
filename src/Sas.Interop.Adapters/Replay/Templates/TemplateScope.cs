namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>What names mean at one place of a template: the item at hand, the names of its block, and the scopes around it.</summary>
internal sealed class TemplateScope(TemplateScope? parent, object? model, IReadOnlyDictionary<string, object?>? names, LoopPosition? position)
{
    private readonly TemplateRun? _run;

    public TemplateScope(TemplateRun run, object? model)
        : this(null, model, null, null) => _run = run;

    public TemplateScope? Parent => parent;

    public object? Model => model;

    // Only the outermost scope is made without a parent, and it holds the run.
    public TemplateRun Run => _run ?? parent!.Run;

    /// <summary>Looks for a name here, then outwards, then among the assigned variables.</summary>
    public object? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope.FindHere(name, out var value))
            {
                return value;
            }
        }

        return Run.Variables.GetValueOrDefault(name);
    }

    public object? Data(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope.PositionValue(name) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private bool FindHere(string name, out object? value)
    {
        if (names?.TryGetValue(name, out value) == true)
        {
            return true;
        }

        value = PathExpression.Member(model, name);
        return value is not null;
    }

    private object? PositionValue(string name) => position?.Value(name);
}
