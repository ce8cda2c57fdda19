using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.Security.Limits;

/// <summary>Bounds of the server on connections, heads of requests, and slow clients.</summary>
internal sealed class ConnectionOptions
{
    /// <summary>Open connections.</summary>
    [Range(16, 1_000_000)]
    public int Most { get; set; } = 4_096;

    /// <summary>Open connections of one address; an IPv6 address counts with its /64 network.</summary>
    [Range(4, 1_000_000)]
    public int MostOfAnAddress { get; set; } = 1_024;

    /// <summary>Bytes of the request line.</summary>
    [Range(8_192, 1_048_576)]
    public int RequestLineBytes { get; set; } = 524_288;

    /// <summary>Bytes of all headers of a request.</summary>
    [Range(4_096, 1_048_576)]
    public int HeaderBytes { get; set; } = 32_768;

    /// <summary>Headers of a request.</summary>
    [Range(16, 1_000)]
    public int Headers { get; set; } = 64;

    /// <summary>Time for request line and headers to arrive.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan HeadWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may be idle between requests.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan IdleFor { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Slowest arrival of a body, bytes a second.</summary>
    [Range(1, 1_000_000)]
    public int SlowestBody { get; set; } = 1_024;

    /// <summary>Slowest reading of an answer, bytes a second.</summary>
    [Range(1, 1_000_000)]
    public int SlowestReader { get; set; } = 16_384;

    /// <summary>How long a body or an answer may be slower than that.</summary>
    [Range(typeof(TimeSpan), "00:00:01.1000000", "00:02:00")]
    public TimeSpan SlowFor { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Streams of one HTTP/2 connection at once.</summary>
    [Range(1, 1_000)]
    public int Streams { get; set; } = 100;

    /// <summary>Bytes of one header of an HTTP/2 request, its path included.</summary>
    [Range(4_096, 1_048_576)]
    public int StreamHeaderBytes { get; set; } = 32_768;
}
