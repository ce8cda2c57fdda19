namespace Sas.Interop.Contracts.Fhir.Json;

/// <summary>Bounds of one reading; what is beyond them is an issue, not an exception.</summary>
public sealed record FhirReadOptions
{
    /// <summary>The deepest <see cref="MaxDepth"/> that can be asked for, so that reading never exhausts the stack.</summary>
    public const int DepthCeiling = 256;

    /// <summary>The most that <see cref="MaxBytes"/> and <see cref="MaxEntryBytes"/> can ask for, since they are held in memory: 512 MiB.</summary>
    public const int BytesCeiling = 512 * 1024 * 1024;

    /// <summary>The documented defaults.</summary>
    public static FhirReadOptions Default { get; } = new();

    /// <summary>Bytes of one resource, a whole Bundle included. Default 10 MiB.</summary>
    public int MaxBytes { get; init => field = Bounded(value, BytesCeiling); } = 10 * 1024 * 1024;

    /// <summary>Bytes of a Bundle that is read entry by entry. Default 256 MiB.</summary>
    public long MaxStreamBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Bytes of one entry, or of one other member of the Bundle, when it is read entry by entry. Default 1 MiB.</summary>
    public int MaxEntryBytes { get; init => field = Bounded(value, BytesCeiling); } = 1024 * 1024;

    /// <summary>Nested objects and lists. Default 32, at most <see cref="DepthCeiling"/>.</summary>
    public int MaxDepth { get; init => field = Bounded(value, DepthCeiling); } = 32;

    /// <summary>Entries of a Bundle, and items of any other list. Default 50 000.</summary>
    public int MaxEntries { get; init; } = 50_000;

    /// <summary>Issues kept per resource, or per entry when a Bundle is read entry by entry; then one that says there are more. Default 100.</summary>
    public int MaxIssues { get; init; } = 100;

    /// <summary>UTF-8 bytes of one text as written in the JSON. Default 1 MiB.</summary>
    public int MaxStringLength { get; init; } = 1024 * 1024;

    private static int Bounded(int value, int ceiling)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ceiling);
        return value;
    }
}
