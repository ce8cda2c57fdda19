namespace Sas.Interop.Adapters.Replay.Json;

/// <summary>One step of a JSON path: a member, an item (negative from the end), all items, or the items that pass a filter.</summary>
/// <param name="Member">Name of a member, when the step is one.</param>
/// <param name="Index">Index of an item, when the step is one.</param>
/// <param name="Filter">The filter, when the step is one.</param>
internal sealed record JsonStep(string? Member = null, int? Index = null, JsonFilter? Filter = null)
{
    public bool IsWildcard => Member is null && Index is null && Filter is null;

    /// <summary>Whether the step leads to at most one value.</summary>
    public bool IsDefinite => Member is not null || Index is not null;
}
