namespace Sas.Interop.Hub.Booking;

/// <summary>How a slot is booked.</summary>
internal enum BookingWay
{
    /// <summary>The hub books at the vendor.</summary>
    Api = 1,

    /// <summary>The operator books on the vendor's page.</summary>
    Redirect,

    /// <summary>The operator calls.</summary>
    Telephone,
}
