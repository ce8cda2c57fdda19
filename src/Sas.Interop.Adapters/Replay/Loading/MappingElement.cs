using System.Collections.Frozen;
using System.Text.Json;

namespace Sas.Interop.Adapters.Replay.Loading;

/// <summary>One JSON element of a mapping file with its place; its readers report a fault and give null instead of failing.</summary>
/// <param name="Json">The element.</param>
/// <param name="File">The file.</param>
/// <param name="Path">JSON path.</param>
/// <param name="Faults">Where faults go.</param>
internal readonly record struct MappingElement(JsonElement Json, string File, string Path, FaultList Faults)
{
    public void Fault(string rule) => Faults.Add(File, Path, rule);

    /// <summary>Reports every member that is neither known nor ignored; <paramref name="unsupported"/> are those of WireMock that this player refuses.</summary>
    public bool IsObject(FrozenSet<string> known, FrozenSet<string> unsupported)
    {
        if (Json.ValueKind != JsonValueKind.Object)
        {
            Fault("An object is expected.");
            return false;
        }

        foreach (var member in Json.EnumerateObject().Where(member => !known.Contains(member.Name)))
        {
            Faults.Add(File, $"{Path}.{member.Name}", unsupported.Contains(member.Name) ? "This feature of WireMock is not supported here." : "Unknown name.");
        }

        return true;
    }

    public MappingElement? Member(string name) =>
        Json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? this with { Json = value, Path = $"{Path}.{name}" } : null;


    public IEnumerable<(string Name, MappingElement Value)> Named()
    {
        var element = this;
        return Json.ValueKind == JsonValueKind.Object
            ? Json.EnumerateObject().Select(member => (member.Name, element with { Json = member.Value, Path = $"{element.Path}['{member.Name}']" }))
            : Wrong<(string, MappingElement)>("An object is expected.");
    }

    public IEnumerable<MappingElement> Items()
    {
        var element = this;
        return Json.ValueKind == JsonValueKind.Array
            ? Json.EnumerateArray().Select((item, index) => element with { Json = item, Path = $"{element.Path}[{index}]" })
            : Wrong<MappingElement>("A list is expected.");
    }

    public string? Text()
    {
        if (Json.ValueKind == JsonValueKind.String)
        {
            return Json.GetString();
        }

        Fault("A text is expected.");
        return null;
    }

    public string? Text(string name) => Member(name)?.Text();

    public int? Whole(string name, int min, int max)
    {
        if (Member(name) is not { } member)
        {
            return null;
        }

        if (member.Json.ValueKind == JsonValueKind.Number && member.Json.TryGetInt32(out var value) && value >= min && value <= max)
        {
            return value;
        }

        member.Fault($"A whole number from {min} to {max} is expected.");
        return null;
    }

    public double? Real(string name, double min, double max)
    {
        if (Member(name) is not { } member)
        {
            return null;
        }

        if (member.Json.ValueKind == JsonValueKind.Number && member.Json.TryGetDouble(out var value) && value >= min && value <= max)
        {
            return value;
        }

        member.Fault($"A number from {min} to {max} is expected.");
        return null;
    }

    public bool Flag(string name)
    {
        if (Member(name) is not { } member)
        {
            return false;
        }

        if (member.Json.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            member.Fault("true or false is expected.");
        }

        return member.Json.ValueKind == JsonValueKind.True;
    }

    private IEnumerable<T> Wrong<T>(string rule)
    {
        Fault(rule);
        return [];
    }
}
