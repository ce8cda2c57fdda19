using System.Text.Json;
using Sas.Interop.Adapters.Replay.Json;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>JSON of the request, and JSON data written in a template.</summary>
internal static class JsonFunctions
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        new("jsonPath", Find) { MinArguments = 2, MaxArguments = 2, Check = CheckPath },
        new("parseJson", Parse) { MinArguments = 1, MaxArguments = 2, Use = TagUse.Inline | TagUse.Block, Check = CheckVariable },
    ];

    // Text that is no JSON, or a path that leads nowhere, gives the default or nothing.
    private static object? Find(FunctionCall call)
    {
        var path = JsonPath.Parse(call.Text(1));
        var source = call[0];
        if (source is not string text)
        {
            return source is null or ListOrSingle ? null : throw new TemplateFaultException("'jsonPath' needs a text.");
        }

        using var document = JsonBody.TryParse(text);
        var found = document is null ? null : path.Find(document.RootElement);
        return found?.ToValue() ?? call.Named("default");
    }

    private static object? Parse(FunctionCall call)
    {
        var (block, scope) = (call.Block, call.Scope);
        var text = block is null ? call.Text(0) : call.Run.Capture(() => block.Write(scope, true));
        using var document = JsonBody.TryParse(text.Length == 0 ? "{}" : text) ?? throw new TemplateFaultException("'parseJson' was given a text that is not JSON.");
        var value = TemplateJson.Exact(document.RootElement);
        var name = block is null ? 1 : 0;
        if (name >= call.Count)
        {
            return value;
        }

        call.Run.Variables[call.Text(name)] = value;
        return null;
    }

    private static void CheckPath(CallExpression call)
    {
        if (call.ConstantText(1) is { } path)
        {
            JsonPath.Parse(path);
        }
    }

    private static void CheckVariable(CallExpression call)
    {
        LogicFunctions.CheckName(call.Arguments.Count > 1 ? call.ConstantText(1) : null);
        if (call.Arguments.Count > 1 && call.ConstantText(0) is { } json)
        {
            try
            {
                using var document = JsonDocument.Parse(json);
            }
            catch (JsonException exception)
            {
                throw new TemplateFaultException($"'parseJson' was given a text that is not JSON: {exception.Message}", exception);
            }
        }
    }
}
