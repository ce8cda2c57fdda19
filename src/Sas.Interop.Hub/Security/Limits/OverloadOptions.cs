using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.Security.Limits;

/// <summary>When the hub begins to refuse work for want of room. Each next kind of work goes at twice the number before.</summary>
internal sealed class OverloadOptions
{
    /// <summary>Requests under way at which pushes and validations are refused; other work of vendors at 2, writes of the platform at 4, searches at 8 times as many.</summary>
    [Range(8, 100_000)]
    public int RequestsUnderWay { get; set; } = 1_024;

    /// <summary>How long work waits for a thread, twice in a row, when the same begins; the other kinds at 2, 4 and 8 times as long.</summary>
    [Range(typeof(TimeSpan), "00:00:00.0500000", "00:00:10")]
    public TimeSpan ThreadWait { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Share of the memory of the machine, or of the container, in use at which pushes and validations are refused; other work of vendors half way from there to all of it.</summary>
    [Range(0.5, 0.99)]
    public double MemoryShare { get; set; } = 0.95;

    /// <summary>How long the signals must be well below before one more kind is let in again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5000000", "00:10:00")]
    public TimeSpan CalmFor { get; set; } = TimeSpan.FromSeconds(5);
}
