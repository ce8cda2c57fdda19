using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Paths;

/// <summary>What the evaluations of one validation share: a budget of steps, and the parts of expressions that depend on the resource alone.</summary>
internal sealed class PathScope
{
    private const int MaxSteps = 30_000_000;
    private const int StepsOfFailure = MaxSteps / 1_000;
    private readonly Dictionary<(PathStep, Node), IReadOnlyList<object>> _closed = [];
    private readonly Dictionary<IReadOnlyList<object>, HashSet<string>> _keys = new(ReferenceEqualityComparer.Instance);
    private int _steps;

    /// <summary>Whether nothing more is evaluated for this resource.</summary>
    public bool IsExhausted => _steps >= MaxSteps;

    /// <summary>The resource that holds the node under evaluation.</summary>
    public Node Resource { get; private set; } = new(null, null, 0);

    /// <summary>The container of a contained resource; otherwise as <see cref="Resource"/>.</summary>
    public Node RootResource { get; private set; } = new(null, null, 0);

    public void Enter(Node node)
    {
        Resource = node.Resource;
        RootResource = node.RootResource;
    }

    /// <summary>Counts work; a resource made to exhaust the machine ends here.</summary>
    public void Spend(int steps)
    {
        _steps += steps;
        if (_steps >= MaxSteps)
        {
            _steps = MaxSteps;
            throw new PathException("The evaluation takes too many steps.");
        }
    }

    /// <summary>Counts an evaluation that failed: an exception costs more than many steps.</summary>
    public void Fail() => _steps = Math.Min(MaxSteps, _steps + StepsOfFailure);

    /// <summary>Evaluates once per resource what depends on nothing else.</summary>
    public IReadOnlyList<object> Closed(PathStep step, Func<PathStep, IReadOnlyList<object>> evaluate)
    {
        if (!_closed.TryGetValue((step, Resource), out var values))
        {
            values = evaluate(step);
            _closed[(step, Resource)] = values;
        }

        return values;
    }

    /// <summary>The keys of a list; kept as long as the list is one of <see cref="Closed"/>.</summary>
    public HashSet<string> KeysOf(IReadOnlyList<object> values, bool isClosed)
    {
        if (_keys.TryGetValue(values, out var keys))
        {
            return keys;
        }

        Spend(values.Count);
        keys = [.. values.Select(PathValue.Key)];
        if (isClosed)
        {
            _keys[values] = keys;
        }

        return keys;
    }
}
