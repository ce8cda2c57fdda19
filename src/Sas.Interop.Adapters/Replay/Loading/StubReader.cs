using System.Collections.Frozen;
using System.Text.Json;

namespace Sas.Interop.Adapters.Replay.Loading;

/// <summary>Reads one stub of a mapping file.</summary>
internal sealed class StubReader(BodyFiles files)
{
    public static readonly FrozenSet<string> NoNames = FrozenSet<string>.Empty;
    public static readonly FrozenSet<string> MultiFileNames = FrozenSet.ToFrozenSet(["mappings", "meta"]);

    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
        ["id", "uuid", "name", "persistent", "priority", "scenarioName", "requiredScenarioState", "newScenarioState", "request", "response", "metadata"]);

    private static readonly FrozenSet<string> Unsupported = FrozenSet.ToFrozenSet(["postServeActions", "serveEventListeners", "insertionIndex"]);

    /// <summary>The stub, or null after reporting why not.</summary>
    public ReplayStub? Read(MappingElement stub)
    {
        var before = stub.Faults.Count;
        if (!stub.IsObject(Known, Unsupported))
        {
            return null;
        }

        if (stub.Member("request") is not { } request || stub.Member("response") is not { } response)
        {
            stub.Fault("A stub needs request and response.");
            return null;
        }

        CheckId(stub);
        var scenario = stub.Text("scenarioName");
        var (required, next) = (stub.Text("requiredScenarioState"), stub.Text("newScenarioState"));
        if (scenario is null && (required is not null || next is not null))
        {
            stub.Fault("A scenario state needs scenarioName.");
        }

        var pattern = RequestReader.Read(request);
        var answer = new ResponseReader(files).Read(response);
        var examples = Examples(stub);
        return pattern is null || answer is null || stub.Faults.Count > before
            ? null
            : new ReplayStub
            {
                Source = stub.Path == "$" ? stub.File : $"{stub.File} {stub.Path}",
                Priority = stub.Whole("priority", 0, int.MaxValue) ?? 5,
                Request = pattern,
                Response = answer,
                Scenario = scenario,
                RequiredState = required,
                NewState = next,
                Examples = examples,
            };
    }

    private static void CheckId(MappingElement stub)
    {
        foreach (var id in new[] { stub.Member("id"), stub.Member("uuid") }.OfType<MappingElement>())
        {
            if (!Guid.TryParse(id.Text(), out _))
            {
                id.Fault("The id must be a UUID.");
            }
        }
    }

    private static List<ExampleRequest> Examples(MappingElement stub)
    {
        var examples = new List<ExampleRequest>();
        if (stub.Member("metadata") is not { Json.ValueKind: JsonValueKind.Object } metadata || metadata.Member("examples") is not { } list)
        {
            return examples;
        }

        foreach (var item in list.Items())
        {
            if (!item.IsObject(FrozenSet.ToFrozenSet(["method", "url", "headers", "body"]), NoNames))
            {
                continue;
            }

            var headers = item.Member("headers")?.Named().ToDictionary(static header => header.Name, static header => header.Value.Text() ?? "");
            var body = item.Member("body") is { } content ? content.Json.ValueKind == JsonValueKind.String ? content.Text() : content.Json.GetRawText() : null;
            if (item.Text("url") is not { } url || !url.StartsWith('/'))
            {
                item.Fault("An example needs a url that begins with a slash.");
                continue;
            }

            examples.Add(new ExampleRequest(item.Text("method") ?? "GET", url, headers ?? [], body));
        }

        return examples;
    }
}
