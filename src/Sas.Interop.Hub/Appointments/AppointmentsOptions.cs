using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.Appointments;

/// <summary>Bounds of appointments (section <c>Hub:Appointments</c>).</summary>
internal sealed class AppointmentsOptions
{
    public const string Section = "Hub:Appointments";

    /// <summary>Entries of one page when a search does not say how many it wants.</summary>
    [Range(1, 500)]
    public int PageSize { get; set; } = 50;

    /// <summary>Longest time from start to end of an appointment that is taken.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "7.00:00:00")]
    public TimeSpan LongestAppointment { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long a re-pull after a cancelled appointment may hold up the next one. The answer to the vendor never waits for it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan RefreshWithin { get; set; } = TimeSpan.FromSeconds(5);
}
