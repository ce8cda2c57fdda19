using System.Globalization;
using System.Text.Json;

namespace Sas.Interop.Hub.Configuration.Source;

/// <summary>Reads the members of one object: every one asked for is known, and whatever is left at the end is a fault.</summary>
internal sealed class ObjectReader
{
    private readonly SourceValue _at;
    private readonly FaultList _faults;
    private readonly List<string> _known = [];

    private ObjectReader(SourceValue at, FaultList faults)
    {
        _at = at;
        _faults = faults;
    }

    /// <summary>Names asked for so far: the members that this kind of object may have.</summary>
    public IReadOnlyList<string> Known => _known;

    public SourceValue At => _at;

    public FaultList Faults => _faults;

    /// <returns>Null, with a fault, when the value is no object.</returns>
    public static ObjectReader? Open(SourceValue at, FaultList faults)
    {
        if (at.Kind == JsonValueKind.Object)
        {
            return new ObjectReader(at, faults);
        }

        faults.Add(at, "Must be an object.");
        return null;
    }

    public SourceValue? Find(string name)
    {
        _known.Add(name);
        return _at.Find(name);
    }

    /// <returns>Null when the member is not there or is no object; the latter with a fault.</returns>
    public ObjectReader? Section(string name) => Find(name) is { } value ? Open(value, _faults) : null;

    /// <returns>The items; empty, with a fault, when the value is no array or holds more than allowed.</returns>
    public IReadOnlyList<SourceValue> List(string name, int most)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }

        if (value.Kind != JsonValueKind.Array)
        {
            _faults.Add(value, "Must be an array.");
            return [];
        }

        if (value.Children.Count > most)
        {
            _faults.Add(value, string.Create(CultureInfo.InvariantCulture, $"Holds {value.Children.Count} items; at most {most} are allowed."));
            return [];
        }

        return value.Children;
    }

    /// <returns>The text, or null when it is not there or is no usable text; the latter with a fault.</returns>
    public string? Text(string name, int longest)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return TextOf(value, longest, _faults);
    }

    public string? Required(string name, int longest)
    {
        if (_at.Find(name) is null)
        {
            _known.Add(name);
            _faults.Add($"{_at.Path}.{name}", _at.Line, "Missing; it must be set.");
            return null;
        }

        return Text(name, longest);
    }

    public bool Flag(string name, bool fallback) => Flag(name) ?? fallback;

    /// <returns>Null when the member is not there or is no truth value; the latter with a fault.</returns>
    public bool? Flag(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.Kind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.Kind == JsonValueKind.True;
        }

        _faults.Add(value, "Must be true or false.");
        return null;
    }

    public TimeSpan Duration(DurationRule rule, TimeSpan fallback)
    {
        if (Find(rule.Name) is not { } value)
        {
            return fallback;
        }

        if (value.Kind == JsonValueKind.String && value.Text is { } text && rule.TryRead(text, out var duration))
        {
            return duration;
        }

        _faults.Add(value, $"{Seen(value)} is not allowed here; write a duration as \"hh:mm:ss\" or \"d.hh:mm:ss\", {rule.Bounds}.");
        return fallback;
    }

    public double Number(NumberRule rule, double fallback)
    {
        if (Find(rule.Name) is not { } value)
        {
            return fallback;
        }

        if (value.Kind == JsonValueKind.Number && value.Text is { } text && rule.TryRead(text, out var number))
        {
            return number;
        }

        _faults.Add(value, $"{Seen(value)} is not allowed here; write a {(rule.Whole ? "whole number" : "number")} {rule.Bounds}.");
        return fallback;
    }

    /// <summary>Every member that nobody asked for is a fault.</summary>
    public void Close()
    {
        foreach (var child in _at.Children)
        {
            if (!_known.Contains(child.Name ?? string.Empty))
            {
                _faults.Add(child, $"Unknown member; known here: {Quoted.List(_known)}.");
            }
        }
    }

    public static string? TextOf(SourceValue value, int longest, FaultList faults)
    {
        if (value.Kind != JsonValueKind.String || value.Text is not { } text)
        {
            faults.Add(value, "Must be a text in double quotes.");
            return null;
        }

        if (string.IsNullOrWhiteSpace(text) || text.Length > longest || text.Any(char.IsControl))
        {
            faults.Add(value, string.Create(CultureInfo.InvariantCulture, $"Must be 1 to {longest} characters on one line, not only blanks."));
            return null;
        }

        return text.Trim();
    }

    private static string Seen(SourceValue value) => value.Text is { } text ? Quoted.Text(text) : $"This {value.Kind.ToString().ToLowerInvariant()}";
}
