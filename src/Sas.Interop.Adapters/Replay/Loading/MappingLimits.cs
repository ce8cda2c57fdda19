namespace Sas.Interop.Adapters.Replay.Loading;

/// <summary>Bounds of a load.</summary>
internal static class MappingLimits
{
    public const int MaxFiles = 5_000;
    public const long MaxMappingBytes = 8 * 1024 * 1024;
    public const long MaxBodyFileBytes = 16 * 1024 * 1024;
    public const long MaxTotalBytes = 256 * 1024 * 1024;
    public const int MaxStubs = 10_000;
    public const int MaxDepth = 64;
}
