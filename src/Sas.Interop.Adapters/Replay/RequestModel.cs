using Sas.Interop.Adapters.Replay.Matching;
using Sas.Interop.Adapters.Replay.Templates;

namespace Sas.Interop.Adapters.Replay;

/// <summary>The request under the names that templates use.</summary>
internal static class RequestModel
{
    public static TemplateMap Make(ReplayRequest request, PathTemplate? template, TemplateMap parameters)
    {
        var model = new TemplateMap(printable: false);
        var path = PathOf(request, template);
        var described = new TemplateMap(printable: false)
        {
            ["method"] = new OpaqueText(request.Method),
            ["url"] = request.Url,
            ["path"] = path,
            ["pathSegments"] = path,
            ["query"] = Values(request.QueryNames, request.QueryValues, ignoreCase: false),
            ["headers"] = Values(request.HeaderNames, request.HeaderValues, ignoreCase: true),
            ["body"] = request.BodyText,
            ["scheme"] = request.Origin.Scheme,
            ["host"] = request.Origin.Host,
            ["port"] = (long)request.Origin.Port,
            ["baseUrl"] = request.Origin.GetLeftPart(UriPartial.Authority),
        };
        model["request"] = described;
        model["parameters"] = parameters;
        return model;
    }

    // With a path template the segments stay as sent, without one they are decoded: WireMock's habit.
    private static ListOrSingle PathOf(ReplayRequest request, PathTemplate? template)
    {
        var sent = request.Path.TrimStart('/').Split('/');
        return template is null
            ? new ListOrSingle([.. sent.Select(Uri.UnescapeDataString)], Uri.UnescapeDataString(request.Path))
            : new ListOrSingle(sent, request.Path, template.Match(request.Path));
    }

    private static TemplateMap Values(IEnumerable<string> names, Func<string, IReadOnlyList<string>> values, bool ignoreCase)
    {
        var map = new TemplateMap(ignoreCase, printable: false);
        foreach (var name in names)
        {
            map[name] = new ListOrSingle(values(name));
        }

        return map;
    }
}
