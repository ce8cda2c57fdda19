using System.Runtime.InteropServices;
using System.Text.Json;

using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Fhir.Validate;

/// <summary>What a caller wants to be judged, and by which profiles.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Profiles">Canonical URLs that it must conform to; empty for those that it claims.</param>
internal sealed record ValidateQuestion(ReadOnlyMemory<byte> Resource, IReadOnlyList<string> Profiles)
{
    /// <summary>The resource that holds another one and what is asked of it.</summary>
    public const string Parameters = "Parameters";

    private const int MaxProfiles = 10;
    private const int LongestProfile = 1000;
    private static readonly string[] Modes = ["create", "update", "profile"];

    // Deeper nesting than the engine judges, so that it is the engine that says so.
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 256 };

    /// <param name="body">The body: the resource, or Parameters that hold it.</param>
    /// <param name="query">The query; <c>profile</c> and <c>mode</c> are read.</param>
    /// <param name="type">The type of the address, or null.</param>
    public static Outcome<ValidateQuestion> Of(ReadOnlyMemory<byte> body, IQueryCollection query, string? type)
    {
        try
        {
            using var document = JsonDocument.Parse(Unmarked(body), Json);
            var (profiles, modes) = (Texts(query, "profile"), Texts(query, "mode"));
            var resource = document.RootElement;
            if (TypeOf(resource) == Parameters)
            {
                var opened = Open(document.RootElement, profiles, modes);
                if (!opened.IsSuccess)
                {
                    return opened.Error;
                }

                resource = opened.Value;
            }

            return (FaultOfType(TypeOf(resource), type) ?? FaultOfParameters(profiles, modes)) is { } fault
                ? fault
                : new ValidateQuestion(JsonMarshal.GetRawUtf8Value(resource).ToArray(), profiles);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return new HubError(HubErrorCode.RequestInvalid, "The body is not JSON, or is nested deeper than 256 levels.");
        }
    }

    /// <summary>Takes the parameters out of a Parameters resource.</summary>
    private static Outcome<JsonElement> Open(JsonElement parameters, List<string> profiles, List<string> modes)
    {
        var resources = new List<JsonElement>();
        if (parameters.TryGetProperty("parameter", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (var parameter in list.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object))
            {
                switch (Text(parameter, "name"))
                {
                    case "resource" when parameter.TryGetProperty("resource", out var resource):
                        resources.Add(resource);
                        break;
                    case "profile":
                        profiles.Add(Text(parameter, "valueUri") ?? Text(parameter, "valueCanonical") ?? string.Empty);
                        break;
                    case "mode":
                        modes.Add(Text(parameter, "valueCode") ?? string.Empty);
                        break;
                }
            }
        }

        return resources is [var only] ? only : new HubError(HubErrorCode.RequestRequired, "Parameters to be validated hold one parameter 'resource' with a resource.");
    }

    private static HubError? FaultOfType(string? found, string? due) => found switch
    {
        null => new HubError(HubErrorCode.RequestInvalid, "The body is no FHIR resource: it has no resourceType."),
        _ when due is not null && found != due => new HubError(HubErrorCode.RequestInvalid, $"The resource is not of the type {due} that the address names."),
        _ when !ValidatedTypes.Contains(found) => new HubError(HubErrorCode.RequestInvalid, $"Only these types are validated: {ValidatedTypes.List}."),
        _ => null,
    };

    private static HubError? FaultOfParameters(List<string> profiles, List<string> modes) => (profiles, modes) switch
    {
        ({ Count: > MaxProfiles }, _) => new HubError(HubErrorCode.RequestInvalid, $"profile: at most {MaxProfiles} at once."),
        _ when profiles.Any(static profile => profile.Length is 0 or > LongestProfile) => new HubError(HubErrorCode.RequestInvalid, "profile: a canonical URL."),
        (_, { Count: > 1 }) => new HubError(HubErrorCode.RequestInvalid, "mode: given more than once."),
        (_, [var mode]) when !Modes.Contains(mode) => new HubError(HubErrorCode.RequestInvalid, $"mode: one of {string.Join(", ", Modes)}."),
        ([], ["profile"]) => new HubError(HubErrorCode.RequestRequired, "profile: the mode 'profile' needs one."),
        _ => null,
    };

    private static List<string> Texts(IQueryCollection query, string name) => [.. query[name].OfType<string>().Where(static value => value.Length > 0)];

    private static string? TypeOf(JsonElement resource) => Text(resource, "resourceType");

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static ReadOnlyMemory<byte> Unmarked(ReadOnlyMemory<byte> body) => body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
}
