namespace Sas.Interop.Hub.Configuration;

/// <summary>What a vendor offers, as named in <c>capabilities</c>.</summary>
[Flags]
internal enum VendorCapabilities
{
    None = 0,

    /// <summary><c>slots</c>: can be polled.</summary>
    Slots = 1,

    /// <summary><c>push</c>: may push.</summary>
    Push = 2,

    /// <summary><c>bulk</c>: publishes files.</summary>
    Bulk = 4,

    /// <summary><c>booking:redirect</c>: books on its own page.</summary>
    BookingRedirect = 8,

    /// <summary><c>booking:api</c>: books by interface.</summary>
    BookingApi = 16,

    /// <summary><c>regulators</c>: keeps regulator accounts.</summary>
    Regulators = 32,

    /// <summary><c>careRequests</c>: offers a marketplace.</summary>
    CareRequests = 64,
}
