using System.Globalization;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>A name to look up: <c>request.query.x.[0]</c>, <c>../this</c>, <c>@index</c>.</summary>
internal sealed class PathExpression(int up, bool isData, IReadOnlyList<string> segments) : TemplateExpression
{
    public bool IsSimpleName => up == 0 && !isData && segments.Count == 1;

    public string FirstName => segments.Count > 0 ? segments[0] : "";

    public override object? Evaluate(TemplateScope scope)
    {
        scope.Run.Step();
        var start = scope;
        for (var i = 0; i < up && start is not null; i++)
        {
            start = start.Parent;
        }

        if (start is null)
        {
            return null;
        }

        if (isData)
        {
            return start.Data(segments[0]);
        }

        if (segments.Count == 0)
        {
            return start.Model;
        }

        // A path of one name looks outwards until it is found; after "../" it does not.
        var value = up == 0 ? start.Find(segments[0]) : Member(start.Model, segments[0]);
        for (var i = 1; i < segments.Count && value is not null; i++)
        {
            value = Member(value, segments[i]);
        }

        return value;
    }

    public static object? Member(object? target, string name) => target switch
    {
        TemplateMap map => map[name],
        ListOrSingle list when list.Named?.TryGetValue(name, out var named) == true => named,
        _ when TemplateValue.AsList(target) is { } items => Item(items, name),
        _ => null,
    };

    private static object? Item(IReadOnlyList<object?> items, string name) => name switch
    {
        "size" or "length" => (long)items.Count,
        "first" => items.Count > 0 ? items[0] : null,
        _ => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count ? items[index] : null,
    };
}
