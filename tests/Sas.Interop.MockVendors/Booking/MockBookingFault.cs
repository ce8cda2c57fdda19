namespace Sas.Interop.MockVendors.Booking;

/// <summary>What goes wrong with an operation of a mocked booking vendor.</summary>
internal enum MockBookingFault
{
    None = 0,

    /// <summary>500, and nothing was done.</summary>
    FailBefore,

    /// <summary>It is done, and 500 is the answer.</summary>
    FailAfter,

    /// <summary>It is done, and the connection breaks.</summary>
    CutAfter,

    /// <summary>Nothing is done nor answered before the vendor is released.</summary>
    Hang,

    /// <summary>It is done, and not answered before the vendor is released.</summary>
    HangAfterEffect,
}
