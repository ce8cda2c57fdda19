namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>A query parameter, header or path as templates see it: prints as <see cref="Text"/>, indexes and iterates as a list, and is never equal to a plain string.</summary>
internal sealed class ListOrSingle
{
    public ListOrSingle(IReadOnlyList<string> values, string? text = null, IReadOnlyDictionary<string, string>? named = null)
    {
        Values = values;
        Text = text ?? (values.Count > 0 ? values[0] : "");
        Named = named;
    }

    public IReadOnlyList<string> Values { get; }

    public string Text { get; }

    /// <summary>Variables of a path template; null when the stub has none.</summary>
    public IReadOnlyDictionary<string, string>? Named { get; }
}
