using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Sas.Interop.Adapters.Replay.Templates;

namespace Sas.Interop.Adapters.Replay.Loading;

/// <summary>Reads the <c>response</c> of a stub.</summary>
internal sealed class ResponseReader(BodyFiles files)
{
    private static readonly string[] Bodies = ["body", "jsonBody", "base64Body", "bodyFileName"];

    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
        [
            .. Bodies, "status", "statusMessage", "headers", "fixedDelayMilliseconds", "delayDistribution", "chunkedDribbleDelay", "fault", "transformers", "transformerParameters",
        ]);

    private static readonly FrozenSet<string> Unsupported = FrozenSet.ToFrozenSet(
        ["proxyBaseUrl", "proxyUrlPrefixToRemove", "additionalProxyRequestHeaders", "removeProxyRequestHeaders", "fromConfiguredStub"]);

    private static readonly FrozenSet<string> FramingHeaders = FrozenSet.ToFrozenSet(
        ["Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "Upgrade", "Trailer"], StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, ReplayFault> FaultNames = new()
    {
        ["EMPTY_RESPONSE"] = ReplayFault.EmptyResponse,
        ["MALFORMED_RESPONSE_CHUNK"] = ReplayFault.MalformedResponseChunk,
        ["RANDOM_DATA_THEN_CLOSE"] = ReplayFault.RandomDataThenClose,
        ["CONNECTION_RESET_BY_PEER"] = ReplayFault.ConnectionResetByPeer,
    };

    /// <summary>The response, or null after reporting why not.</summary>
    public StubResponse? Read(MappingElement response)
    {
        if (!response.IsObject(Known, Unsupported))
        {
            return null;
        }

        var isTemplated = ReadTransformers(response);
        return new StubResponse
        {
            Status = response.Whole("status", 200, 599) ?? 200,
            StatusMessage = ReadStatusMessage(response),
            Headers = ReadHeaders(response, isTemplated),
            Body = ReadBody(response, isTemplated) ?? StubBody.Empty,
            Delay = DelayReader.Read(response),
            Dribble = DelayReader.ReadDribble(response),
            Fault = ReadFault(response),
            Parameters = ReadParameters(response),
        };
    }

    private static bool ReadTransformers(MappingElement response)
    {
        var isTemplated = false;
        foreach (var item in response.Member("transformers")?.Items() ?? [])
        {
            if (item.Text() == "response-template")
            {
                isTemplated = true;
            }
            else
            {
                item.Fault("Only the transformer response-template is supported.");
            }
        }

        return isTemplated;
    }

    private static string? ReadStatusMessage(MappingElement response)
    {
        var message = response.Text("statusMessage");
        if (message is not null && (message.Length > 100 || message.Any(static c => c is < ' ' or > '~')))
        {
            response.Member("statusMessage")?.Fault("A status message is at most 100 ASCII characters on one line.");
        }

        return message;
    }

    private static List<KeyValuePair<string, CompiledTemplate>> ReadHeaders(MappingElement response, bool isTemplated)
    {
        var headers = new List<KeyValuePair<string, CompiledTemplate>>();
        foreach (var (name, value) in response.Member("headers")?.Named() ?? [])
        {
            if (name.Length is 0 or > 100 || name.Any(static c => !char.IsAsciiLetterOrDigit(c) && !"!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal)) || FramingHeaders.Contains(name))
            {
                value.Fault("The header has no valid name, or is one that the server sets itself.");
                continue;
            }

            foreach (var one in value.Json.ValueKind == JsonValueKind.Array ? value.Items() : [value])
            {
                if (one.Text() is { } text && IsHeaderText(one, text) && Compile(one, text, isTemplated) is { } template)
                {
                    headers.Add(KeyValuePair.Create(name, template));
                }
            }
        }

        return headers;
    }

    private static bool IsHeaderText(MappingElement element, string text)
    {
        if (text.Length <= 4000 && text.All(static c => c is >= ' ' and <= '~'))
        {
            return true;
        }

        element.Fault("A header value is ASCII text on one line, at most 4000 characters.");
        return false;
    }

    private StubBody? ReadBody(MappingElement response, bool isTemplated)
    {
        var given = Bodies.Where(name => response.Member(name) is not null).ToArray();
        if (given.Length > 1)
        {
            response.Fault($"Only one of {string.Join(", ", Bodies)} can be given.");
            return null;
        }

        return given.Length == 0 || response.Member(given[0]) is not { } body ? null : given[0] switch
        {
            "jsonBody" => JsonWriting.Write(body) is { } json ? Text(body, json, isTemplated, isJson: true) : null,
            "body" => body.Text() is { } text ? Text(body, text, isTemplated, isJson: false) : null,
            "base64Body" => ReadBase64(body),
            _ => ReadFile(body, isTemplated),
        };
    }

    private static StubBody? Text(MappingElement element, string text, bool isTemplated, bool isJson)
    {
        if (!isTemplated)
        {
            return StubBody.Fixed(Encoding.UTF8.GetBytes(text));
        }

        return Compile(element, text, isTemplated) is { } template ? StubBody.Template(template, isJson) : null;
    }

    private static StubBody? ReadBase64(MappingElement body)
    {
        if (body.Text() is { } text)
        {
            var bytes = new byte[text.Length];
            if (Convert.TryFromBase64String(text, bytes, out var length))
            {
                return StubBody.Fixed(bytes.AsMemory(0, length));
            }

            body.Fault("The text is not base64.");
        }

        return null;
    }

    private StubBody? ReadFile(MappingElement body, bool isTemplated)
    {
        if (body.Text() is not { } name)
        {
            return null;
        }

        try
        {
            if (isTemplated && name.Contains("{{", StringComparison.Ordinal))
            {
                return StubBody.File(CompiledTemplate.Compile(name), files.AllTemplates());
            }

            if (files.Find(name) is not { } bytes)
            {
                body.Fault($"There is no file '{name}' in __files.");
                return null;
            }

            return isTemplated ? StubBody.Template(files.Template(name), isJson: false) : StubBody.Fixed(bytes);
        }
        catch (TemplateFaultException exception)
        {
            body.Fault(exception.Message);
            return null;
        }
    }

    private static CompiledTemplate? Compile(MappingElement element, string text, bool isTemplated)
    {
        try
        {
            return isTemplated ? CompiledTemplate.Compile(text) : CompiledTemplate.Constant(text);
        }
        catch (TemplateFaultException exception)
        {
            element.Fault(exception.Message);
            return null;
        }
    }

    private static ReplayFault? ReadFault(MappingElement response)
    {
        if (response.Text("fault") is not { } name)
        {
            return null;
        }

        if (FaultNames.TryGetValue(name, out var fault))
        {
            return fault;
        }

        response.Member("fault")?.Fault($"Only {string.Join(", ", FaultNames.Keys)} are faults.");
        return null;
    }

    private static TemplateMap ReadParameters(MappingElement response)
    {
        var parameters = new TemplateMap();
        foreach (var (name, value) in response.Member("transformerParameters")?.Named() ?? [])
        {
            if (name == "disableBodyFileTemplating")
            {
                value.Fault("This feature of WireMock is not supported here.");
            }

            parameters[name] = TemplateJson.Parameter(value.Json);
        }

        return parameters;
    }
}
