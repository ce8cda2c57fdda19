using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.Security.Limits;

/// <summary>What each caller of a role may do at most. The numbers count for every caller by itself, never for a role as a whole.</summary>
internal sealed class RoleLimits
{
    /// <summary>Requests a second in the long run.</summary>
    [Range(0.01, 1_000_000.0)]
    public double RequestsPerSecond { get; set; }

    /// <summary>Requests that may come at once after a while of silence.</summary>
    [Range(1, 1_000_000)]
    public int Burst { get; set; }

    /// <summary>Requests under way at once.</summary>
    [Range(1, 100_000)]
    public int Concurrency { get; set; }

    /// <summary>Bytes of bodies a second in the long run.</summary>
    [Range(1_024, 1_000_000_000)]
    public long BytesPerSecond { get; set; }

    /// <summary>Bytes of bodies that may come at once after a while of silence.</summary>
    [Range(65_536, 10_000_000_000)]
    public long BytesBurst { get; set; }

    /// <summary>Bytes of bodies under way at once.</summary>
    [Range(65_536, 10_000_000_000)]
    public long BodyBytes { get; set; }
}
