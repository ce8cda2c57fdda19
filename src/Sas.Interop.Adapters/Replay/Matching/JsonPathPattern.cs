using Sas.Interop.Adapters.Replay.Json;

namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>A text that is JSON in which a path leads to something, or to a value that satisfies a condition.</summary>
/// <param name="Expression">The path as written.</param>
/// <param name="Inner">The condition; null when the path must only lead to something that is not empty.</param>
internal sealed record JsonPathPattern(string Expression, ValuePattern? Inner) : ValuePattern
{
    private readonly JsonPath _path = JsonPath.Parse(Expression);

    public override bool Matches(string? value)
    {
        using var document = value is null ? null : JsonBody.TryParse(value);
        var found = document is null ? null : _path.Find(document.RootElement, missingAsNull: false);
        if (Inner is null)
        {
            return found?.IsPresent() == true;
        }

        if (found is null || found.IsNull || (found.IsList && found.Values.Count == 0))
        {
            return Inner is AbsentPattern;
        }

        // A JSON condition sees the whole result; every other one sees the items, any of which may satisfy it.
        return Inner is EqualToJsonPattern && Inner.Matches(found.Json()) || found.Texts().Any(Inner.Matches);
    }
}
