using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.Booking;

/// <summary>End-to-end booking (section <c>Hub:Booking</c>).</summary>
internal sealed class BookingOptions
{
    public const string Section = "Hub:Booking";

    /// <summary>How old what is known of an owner may be when one of its slots is booked; older is asked for again.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan FreshWithin { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a booking waits for fresher slots; what is known then decides.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:05")]
    public TimeSpan RefreshWithin { get; set; } = TimeSpan.FromMilliseconds(900);

    /// <summary>How long a booking waits for the regulator's account at the vendor.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan AccountWithin { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one call of a vendor that books by interface may take, its repetitions included.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan VendorWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a link to a vendor's page is good, and its slot is kept from others.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "02:00:00")]
    public TimeSpan LinkFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long after an operator went to a vendor's page, or a link ended, an appointment is still taken for what came of it.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan AppointmentWithin { get; set; } = TimeSpan.FromHours(4);

    /// <summary>How long the hub tries to take back what a vendor may have done.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "7.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often acts whose time is up are looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many of the owner's next free slots the refusal of a taken one names.</summary>
    [Range(0, 20)]
    public int NextSlots { get; set; } = 5;
}
