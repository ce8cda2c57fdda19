namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>An array found by <c>jsonPath</c>: it prints as compact JSON, unlike the lists that other functions build.</summary>
/// <param name="Items">The elements.</param>
internal sealed record JsonList(IReadOnlyList<object?> Items);
