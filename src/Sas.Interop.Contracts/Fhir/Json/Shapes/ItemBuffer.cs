namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>Gathers the items of a list; most lists have one item and need no growing buffer.</summary>
internal struct ItemBuffer<TValue>
    where TValue : class
{
    private TValue? _first;
    private List<TValue>? _all;

    public void Add(TValue item)
    {
        if (_first is null)
        {
            _first = item;
            return;
        }

        _all ??= [_first];
        _all.Add(item);
    }

    /// <summary>The items; null when there are none.</summary>
    public readonly TValue[]? ToArray() => _all?.ToArray() ?? (_first is null ? null : [_first]);
}
