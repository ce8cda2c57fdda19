namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>Sums up in 64 bits what an answer shows. Good within one run of the hub only.</summary>
internal struct SearchTag
{
    // Another process numbers its entries anew, so its tags must not be taken for this one's.
    private static readonly ulong Run = (ulong)Guid.NewGuid().GetHashCode() << 32 | (uint)Guid.NewGuid().GetHashCode();

    public static SearchTag Start => new() { Value = Run };

    public ulong Value { get; private set; }

    public void Add(ulong part)
    {
        var mixed = (Value ^ part) * 0x9E3779B97F4A7C15;
        Value = mixed ^ (mixed >> 29);
    }

    public void Add(string text, int number)
    {
        Add((ulong)(uint)number);
        foreach (var c in text)
        {
            Add(c);
        }
    }
}
