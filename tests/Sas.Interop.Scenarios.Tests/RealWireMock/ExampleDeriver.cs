using System.Text.Json;
using Sas.Interop.Adapters.Replay;
using Sas.Interop.Adapters.Replay.Matching;

namespace Sas.Interop.Scenarios.Tests.RealWireMock;

/// <summary>Makes a concrete request for a stub: its own examples, else one derived from its conditions.</summary>
internal static class ExampleDeriver
{
    /// <summary>The requests; empty when none can be derived, so that the mapping must name one in <c>metadata.examples</c>.</summary>
    public static IReadOnlyList<ExampleRequest> For(ReplayStub stub)
    {
        if (stub.Examples.Count > 0)
        {
            return stub.Examples;
        }

        var request = stub.Request;
        if (AddressOf(request) is not { } url || QueryOf(request) is not { } query || HeadersOf(request) is not { } headers)
        {
            return [];
        }

        var body = request.Body.Count == 1 ? BodyOf(request.Body[0]) : null;
        if (request.Body.Count > 0 && body is null)
        {
            return [];
        }

        var separator = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return [new ExampleRequest(request.Method ?? (body is null ? "GET" : "POST"), query.Length == 0 ? url : $"{url}{separator}{query}", headers, body)];
    }

    private static string? AddressOf(RequestPattern request) => request.Url.Kind switch
    {
        UrlKind.Any => "/any",
        UrlKind.Url or UrlKind.UrlPath => request.Url.Text,
        UrlKind.UrlPathTemplate => request.Url.Template!.Names.Aggregate( // Set for this kind.
            request.Url.Text,
            (text, name) => text.Replace($"{{{name}}}", request.PathParameters.TryGetValue(name, out var pattern) ? TextOf(pattern) ?? "1" : "1", StringComparison.Ordinal)),
        _ => JavaRegex.For(request.Url.Text) is var regex && RegexSample.Make(request.Url.Text) is var sample && regex.IsWhole(sample) ? sample : null,
    };

    private static string? QueryOf(RequestPattern request)
    {
        var parts = new List<string>();
        foreach (var (name, pattern) in request.Query)
        {
            foreach (var part in pattern.Parts)
            {
                if (part.Matches(null))
                {
                    continue;
                }

                if (TextOf(part) is not { } value)
                {
                    return null;
                }

                parts.Add($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
            }
        }

        return string.Join('&', parts);
    }

    private static Dictionary<string, string>? HeadersOf(RequestPattern request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, pattern) in request.Headers.Where(static header => header.Value.Kind == MultiValueKind.Any && !header.Value.Parts[0].Matches(null)))
        {
            if (TextOf(pattern.Parts[0]) is not { } value)
            {
                return null;
            }

            headers[name] = value;
        }

        if (request.BasicCredentials is { } credentials)
        {
            headers["Authorization"] = $"Basic {credentials}";
        }

        if (request.Host is { } host)
        {
            if (TextOf(host) is not { } name)
            {
                return null;
            }

            headers["Host"] = name;
        }

        return headers;
    }

    private static string? TextOf(ValuePattern pattern) => pattern switch
    {
        EqualToPattern equal => equal.Expected,
        ContainsPattern { IsNegative: false } contains => contains.Part,
        RegexPattern { IsNegative: false } regex when RegexSample.Make(regex.Regex.Pattern) is var sample && pattern.Matches(sample) => sample,
        CombinedPattern combined => combined.Parts.Select(TextOf).FirstOrDefault(text => text is not null && pattern.Matches(text)),
        _ => BodyOf(pattern),
    };

    private static string? BodyOf(ValuePattern pattern) => pattern switch
    {
        EqualToJsonPattern json when pattern.Matches(json.Expected.GetRawText()) => json.Expected.GetRawText(),
        JsonPathPattern { Inner: { } inner, Expression: var path } when path.StartsWith("$.", StringComparison.Ordinal)
            && TextOf(inner) is { } text
            && path[2..].Split('.').Reverse().Aggregate(JsonSerializer.Serialize(text), static (value, name) => $"{{\"{name}\":{value}}}") is var made
            && pattern.Matches(made) => made,
        JsonPathPattern or EqualToJsonPattern => null,
        EqualToPattern or ContainsPattern or RegexPattern or CombinedPattern => TextOf(pattern),
        _ => null,
    };
}
