using System.Collections.Frozen;
using Sas.Interop.Adapters.Replay.Matching;
using Sas.Interop.Adapters.Replay.Templates;

namespace Sas.Interop.Adapters.Replay.Loading;

/// <summary>Reads the <c>request</c> of a stub.</summary>
internal static class RequestReader
{
    private static readonly Dictionary<string, UrlKind> UrlKinds = new()
    {
        ["url"] = UrlKind.Url,
        ["urlPath"] = UrlKind.UrlPath,
        ["urlPattern"] = UrlKind.UrlPattern,
        ["urlPathPattern"] = UrlKind.UrlPathPattern,
        ["urlPathTemplate"] = UrlKind.UrlPathTemplate,
    };

    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
        [.. UrlKinds.Keys, "method", "host", "queryParameters", "headers", "pathParameters", "bodyPatterns", "basicAuth", "basicAuthCredentials"]);

    private static readonly FrozenSet<string> Unsupported = FrozenSet.ToFrozenSet(
        ["scheme", "port", "clientIp", "cookies", "formParameters", "multipartPatterns", "customMatcher", "hasInlineCustomMatcher"]);

    /// <summary>The pattern, or null after reporting why not.</summary>
    public static RequestPattern? Read(MappingElement request)
    {
        var before = request.Faults.Count;
        if (!request.IsObject(Known, Unsupported))
        {
            return null;
        }

        var url = ReadUrl(request);
        var pattern = new RequestPattern
        {
            Method = ReadMethod(request),
            Url = url,
            Host = request.Member("host") is { } host ? ValuePatternReader.Read(host) : null,
            Query = ReadMany(request.Member("queryParameters")),
            Headers = ReadMany(request.Member("headers")),
            PathParameters = ReadPathParameters(request, url),
            Body = [.. (request.Member("bodyPatterns")?.Items() ?? []).Select(ValuePatternReader.Read).OfType<ValuePattern>()],
            BasicCredentials = ReadCredentials(request),
        };
        return request.Faults.Count == before ? pattern : null;
    }

    private static string? ReadMethod(MappingElement request)
    {
        var method = request.Text("method");
        if (method is not null && (method.Length is 0 or > 20 || method.Any(static c => !char.IsAsciiLetterUpper(c))))
        {
            request.Member("method")?.Fault("The method must be in capitals.");
        }

        return method == "ANY" ? null : method;
    }

    private static UrlPattern ReadUrl(MappingElement request)
    {
        var given = UrlKinds.Keys.Where(name => request.Member(name) is not null).ToArray();
        if (given.Length > 1)
        {
            request.Fault($"Only one of {string.Join(", ", UrlKinds.Keys)} can be given.");
        }

        if (given.Length == 0 || request.Text(given[0]) is not { } text)
        {
            return new UrlPattern(UrlKind.Any, "");
        }

        try
        {
            var pattern = new UrlPattern(UrlKinds[given[0]], text);
            var isExact = pattern.Kind is UrlKind.Url or UrlKind.UrlPath or UrlKind.UrlPathTemplate;
            if (text.Length > 2000 || (isExact && !text.StartsWith('/')) || (pattern.Kind is UrlKind.UrlPath or UrlKind.UrlPathTemplate && text.Contains('?', StringComparison.Ordinal)))
            {
                request.Member(given[0])?.Fault("An address begins with a slash, a path has no query, and both are shorter than 2000 characters.");
            }

            if (pattern.Template is { IsWellFormed: false } || (pattern.Template is not null && !pattern.Template.Names.Any()))
            {
                request.Member(given[0])?.Fault("Every {name} of a path template is one whole segment, named once.");
            }

            return pattern;
        }
        catch (TemplateFaultException exception)
        {
            request.Member(given[0])?.Fault(exception.Message);
            return new UrlPattern(UrlKind.Any, "");
        }
    }

    private static Dictionary<string, MultiValuePattern> ReadMany(MappingElement? element)
    {
        var patterns = new Dictionary<string, MultiValuePattern>(StringComparer.Ordinal);
        foreach (var (name, value) in element?.Named() ?? [])
        {
            if (ValuePatternReader.ReadMulti(value) is { } pattern)
            {
                patterns[name] = pattern;
            }
        }

        return patterns;
    }

    private static Dictionary<string, ValuePattern> ReadPathParameters(MappingElement request, UrlPattern url)
    {
        var patterns = new Dictionary<string, ValuePattern>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Member("pathParameters")?.Named() ?? [])
        {
            if (url.Template?.Names.Contains(name) != true)
            {
                value.Fault("A path parameter must be a {name} of urlPathTemplate.");
            }

            if (ValuePatternReader.Read(value) is { } pattern)
            {
                patterns[name] = pattern;
            }
        }

        return patterns;
    }

    private static string? ReadCredentials(MappingElement request)
    {
        if ((request.Member("basicAuth") ?? request.Member("basicAuthCredentials")) is not { } credentials
            || !credentials.IsObject(FrozenSet.ToFrozenSet(["username", "password"]), StubReader.NoNames))
        {
            return null;
        }

        if (credentials.Text("username") is { } username && credentials.Text("password") is { } password)
        {
            return RequestPattern.Encode(username, password);
        }

        credentials.Fault("Credentials need username and password.");
        return null;
    }
}
