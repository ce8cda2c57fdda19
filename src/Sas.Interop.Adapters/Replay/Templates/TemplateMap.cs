namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>An object that templates walk by name: parsed JSON, or a part of the request.</summary>
internal sealed class TemplateMap
{
    private readonly Dictionary<string, object?> _values;
    private readonly List<string> _keys = [];

    public TemplateMap(bool ignoreCase = false, bool printable = true)
    {
        _values = new Dictionary<string, object?>(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        IsPrintable = printable;
    }

    /// <summary>False when the text would depend on the order of a hash table or on an object's identity.</summary>
    public bool IsPrintable { get; }

    /// <summary>Names in the order in which they were first set.</summary>
    public IReadOnlyList<string> Keys => _keys;

    public object? this[string key]
    {
        get => _values.GetValueOrDefault(key);
        set
        {
            if (_values.TryAdd(key, value))
            {
                _keys.Add(key);
            }
            else
            {
                _values[key] = value;
            }
        }
    }
}
