using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sas.Interop.Hub.Configuration.Source;

/// <summary>One value of a JSON file with the place where it stands, so that a fault can name path and line.</summary>
internal sealed class SourceValue(SourceValue? parent, string? name, int index, JsonValueKind kind, int line)
{
    private static readonly IReadOnlyList<SourceValue> None = [];
    private List<SourceValue>? _children;

    /// <summary>Name within the parent object, null for an item of an array. The root keeps its whole path here.</summary>
    public string? Name { get; } = name;

    public JsonValueKind Kind { get; } = kind;

    public int Line { get; } = line;

    /// <summary>The text of a string, or the digits of a number as written; null for all others.</summary>
    public string? Text { get; init; }

    /// <summary>Members of an object or items of an array, in the order of the file.</summary>
    public IReadOnlyList<SourceValue> Children => _children ?? None;

    /// <summary>First byte of the value in the parsed text.</summary>
    public int Start { get; init; }

    /// <summary>First byte after the value.</summary>
    public int End { get; set; }

    /// <summary>Built when a fault needs it only: a directory has millions of values.</summary>
    public string Path => parent is null ? Name ?? "$" : parent.Path + Step();

    public void Add(SourceValue child) => (_children ??= []).Add(child);

    public SourceValue? Find(string member)
    {
        if (Kind == JsonValueKind.Object)
        {
            foreach (var child in Children)
            {
                if (child.Name == member)
                {
                    return child;
                }
            }
        }

        return null;
    }

    /// <summary>The deepest known value along a relative path such as <c>headers.X-Key</c> or <c>motives[2]</c>; this value when nothing fits.</summary>
    public SourceValue Deepest(string relativePath)
    {
        var at = this;
        foreach (var step in relativePath.Split(['.', '[', ']', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            var next = at.Find(step);
            if (next is null && at.Kind == JsonValueKind.Array && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var item))
            {
                next = item < at.Children.Count ? at.Children[item] : null;
            }

            if (next is null)
            {
                return at;
            }

            at = next;
        }

        return at;
    }

    private string Step()
    {
        if (Name is null)
        {
            return string.Create(CultureInfo.InvariantCulture, $"[{index}]");
        }

        return Name.Length is > 0 and <= 64 && Name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '$')
            ? "." + Name
            : new StringBuilder("['").Append(Quoted.Plain(Name)).Append("']").ToString();
    }
}
