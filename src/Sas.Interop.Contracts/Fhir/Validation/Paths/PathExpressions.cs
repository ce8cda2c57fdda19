using System.Collections.Concurrent;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Paths;

/// <summary>Reads each expression of a set of definitions once, and evaluates it. Safe for any number of threads.</summary>
internal sealed class PathExpressions
{
    private readonly ConcurrentDictionary<string, PathStep?> _steps = new(StringComparer.Ordinal);

    /// <summary>Whether a condition holds at a node, an empty result counting as such; null when it could not be evaluated.</summary>
    public bool? Holds(string expression, Node node, PathScope scope)
    {
        if (_steps.GetOrAdd(expression, Parse) is not { } step || scope.IsExhausted)
        {
            return null;
        }

        try
        {
            scope.Enter(node);
            return PathValue.Truth(step.Values(scope, [node])) ?? true;
        }
        catch (PathException)
        {
            // Told by the caller as "not evaluated".
            scope.Fail();
            return null;
        }
    }

    private static PathStep? Parse(string expression)
    {
        try
        {
            return PathParser.Parse(expression);
        }
        catch (PathException)
        {
            // Remembered as null, and told by the caller as "not evaluated".
            return null;
        }
    }
}
