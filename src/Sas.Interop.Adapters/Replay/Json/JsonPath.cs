using System.Collections.Concurrent;
using System.Text.Json;

namespace Sas.Interop.Adapters.Replay.Json;

/// <summary>A JSON path of the supported subset, parsed once: members, items, wildcards and simple filters.</summary>
internal sealed class JsonPath
{
    private const int MaxCached = 512;
    private static readonly ConcurrentDictionary<string, JsonPath> Cache = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<JsonStep> _steps;
    private readonly bool _isDefinite;

    private JsonPath(IReadOnlyList<JsonStep> steps)
    {
        _steps = steps;
        _isDefinite = steps.All(static step => step.IsDefinite);
    }

    /// <summary>Parses a path.</summary>
    /// <exception cref="Templates.TemplateFaultException">The path is malformed or outside the subset.</exception>
    public static JsonPath Parse(string text)
    {
        if (Cache.TryGetValue(text, out var path))
        {
            return path;
        }

        path = new JsonPath(new JsonPathParser(text).Parse());
        if (Cache.Count < MaxCached)
        {
            Cache.TryAdd(text, path);
        }

        return path;
    }

    /// <summary>Looks the path up; null when a path to one value leads nowhere.</summary>
    /// <param name="root">Where <c>$</c> stands.</param>
    /// <param name="missingAsNull">Whether a last member that an item lacks counts as null, as it does in templates, or as nothing, as in matchers.</param>
    public JsonFound? Find(JsonElement root, bool missingAsNull = true)
    {
        List<JsonElement?> current = [root];
        for (var i = 0; i < _steps.Count; i++)
        {
            var isNullable = missingAsNull && !_isDefinite && i == _steps.Count - 1;
            var next = new List<JsonElement?>();
            foreach (var value in current.OfType<JsonElement>())
            {
                Follow(_steps[i], value, isNullable, next);
            }

            current = next;
        }

        return _isDefinite && current.Count == 0 ? null : new JsonFound(current, !_isDefinite);
    }

    private static void Follow(JsonStep step, JsonElement value, bool isNullable, List<JsonElement?> found)
    {
        if (step.Member is { } name)
        {
            if (value.ValueKind == JsonValueKind.Object)
            {
                var exists = value.TryGetProperty(name, out var member);
                if (exists || isNullable)
                {
                    found.Add(exists ? member : null);
                }
            }
        }
        else if (step.Index is { } index)
        {
            var length = value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : 0;
            index = index < 0 ? length + index : index;
            if (index >= 0 && index < length)
            {
                found.Add(value[index]);
            }
        }
        else
        {
            found.AddRange(Candidates(step, value).Where(item => step.Filter?.Accepts(item) != false).Select(static item => (JsonElement?)item));
        }
    }

    // A filter on an object tests the object itself; a wildcard gives its members.
    private static IEnumerable<JsonElement> Candidates(JsonStep step, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Object when step.IsWildcard => value.EnumerateObject().Select(static member => member.Value),
        JsonValueKind.Object => [value],
        _ => [],
    };
}
