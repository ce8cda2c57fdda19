using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sas.Interop.Adapters.FhirStandard.Push;

/// <summary>Where in a Bundle a token stands, in the manner of FHIRPath.</summary>
internal sealed class ScanPath
{
    private const int MaxNames = 512;
    private const int LongestName = 64;
    private readonly List<Frame> _open = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private string _member = "Bundle";

    /// <summary>Name of the member whose value comes; of the list when the value is an item of one.</summary>
    public string Member => _open is [.., { IsArray: true } list] ? list.Name : _member;

    /// <summary>Position of the entry of the Bundle that was just opened; -1 when it was something else.</summary>
    public int Entry => _open is [_, { IsArray: true, Name: "entry" } entries, { IsArray: false }] ? entries.Index : -1;

    /// <summary>Names are compared as they mean, so that no escape hides one.</summary>
    public void Name(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped || reader.ValueSpan.Length > LongestName)
        {
            _member = PushScan.Unescaped(ref reader) ?? string.Empty;
            return;
        }

        Span<char> buffer = stackalloc char[LongestName];
        var text = buffer[..Encoding.UTF8.GetChars(reader.ValueSpan, buffer)];
        var names = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!names.TryGetValue(text, out var name))
        {
            name = text.ToString();
            if (_names.Count < MaxNames)
            {
                _names.Add(name);
            }
        }

        _member = name;
    }

    public void Open(bool isArray)
    {
        Value();
        _open.Add(new Frame(_open is [.., { IsArray: true }] ? string.Empty : _member, isArray, -1));
    }

    public void Close()
    {
        if (_open.Count > 0)
        {
            _open.RemoveAt(_open.Count - 1);
        }
    }

    /// <summary>A value begins: in a list, the next item.</summary>
    public void Value()
    {
        if (_open is [.., { IsArray: true } list])
        {
            _open[^1] = list with { Index = list.Index + 1 };
        }
    }

    public string Format()
    {
        var text = new StringBuilder();
        foreach (var frame in _open)
        {
            if (frame.Name.Length > 0)
            {
                text.Append(text.Length > 0 ? "." : string.Empty).Append(Shown(frame.Name));
            }

            if (frame.IsArray && frame.Index >= 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{frame.Index}]");
            }
        }

        return _open is [.., { IsArray: false }] ? text.Append('.').Append(Shown(_member)).ToString() : text.ToString();
    }

    /// <summary>A name that no element could have may hold anything, and is not repeated.</summary>
    private static string Shown(string name) =>
        name.Length <= LongestName && name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? name : "?";

    private readonly record struct Frame(string Name, bool IsArray, int Index);
}
