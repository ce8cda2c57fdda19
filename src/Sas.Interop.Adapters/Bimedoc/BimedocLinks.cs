using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Bimedoc;

/// <summary>The addresses of this dialect (VENDORS §10).</summary>
internal static class BimedocLinks
{
    private const string Api = "vmd/pharmacy-with-slots";

    /// <summary>Wide enough for the day of every place on earth, whichever zone and whichever end the vendor counts days by.</summary>
    public static Uri Pharmacies(Uri root, TimeWindow window) =>
        VendorAddress.Below(root, $"{Api}?{Days(Day(window.From.AddHours(-12)), Day(window.To.AddHours(14)).AddDays(1))}");

    public static Uri Slots(Uri root, string pharmacy, TimeWindow window, TimeZoneInfo zone)
    {
        // The vendor does not say by which clock it counts days nor whether the last one is included; times outside the window are left out afterwards.
        var localFrom = DayWindow.DayOf(window.From, zone);
        var localTo = DayWindow.DayOf(window.To, zone);
        var from = localFrom < Day(window.From) ? localFrom : Day(window.From);
        var to = localTo > Day(window.To) ? localTo : Day(window.To);
        return VendorAddress.Below(root, $"{Api}/{Uri.EscapeDataString(pharmacy)}/?{Days(from, to.AddDays(1))}");
    }

    public static Uri Booking(string pharmacy) => new($"https://app.bimedoc.com/application/scheduler/{Uri.EscapeDataString(pharmacy)}?vmd=true");

    private static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    private static string Days(DateOnly from, DateOnly to) => $"start_date={DayWindow.Text(from)}&end_date={DayWindow.Text(to)}";
}
