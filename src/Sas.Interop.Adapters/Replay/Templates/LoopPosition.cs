namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>Where a loop stands: what <c>@index</c>, <c>@key</c>, <c>@first</c>, <c>@last</c>, <c>@odd</c> and <c>@even</c> show.</summary>
/// <param name="Index">From zero.</param>
/// <param name="Count">Items of the loop.</param>
/// <param name="Key">Name of the member, or the index as a number.</param>
internal sealed record LoopPosition(int Index, int Count, object Key)
{
    /// <summary>The words are WireMock's: a flag prints its own name, or nothing.</summary>
    public object? Value(string name) => name switch
    {
        "index" => (long)Index,
        "key" => Key,
        "first" => Index == 0 ? "first" : "",
        "last" => Index == Count - 1 ? "last" : "",
        "odd" => Index % 2 == 0 ? "" : "odd",
        "even" => Index % 2 == 0 ? "even" : "",
        _ => null,
    };
}
