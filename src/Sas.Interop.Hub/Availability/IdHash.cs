namespace Sas.Interop.Hub.Availability;

/// <summary>64-bit hash for identifiers that stay the same from run to run and from node to node (FNV-1a with a final mix).</summary>
internal readonly record struct IdHash(ulong Value)
{
    public static IdHash Start { get; } = new(14695981039346656037);

    public IdHash Add(string? text)
    {
        var hash = Value;
        foreach (var c in text ?? string.Empty)
        {
            hash = (hash ^ (byte)c) * 1099511628211;
            hash = (hash ^ (byte)(c >> 8)) * 1099511628211;
        }

        // A separator that no text holds, so that ("ab", "c") and ("a", "bc") differ.
        return new IdHash((hash ^ 0x1FF) * 1099511628211);
    }

    public IdHash Add(uint number)
    {
        var hash = Value;
        for (var shift = 0; shift < 32; shift += 8)
        {
            hash = (hash ^ (byte)(number >> shift)) * 1099511628211;
        }

        return new IdHash(hash);
    }

    public ulong Finish()
    {
        var hash = Value;
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }

    /// <summary>48 bits, for a place.</summary>
    public PlaceId FinishPlace() => new(Finish() >> 16);
}
