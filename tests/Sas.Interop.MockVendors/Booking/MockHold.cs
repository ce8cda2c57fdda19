namespace Sas.Interop.MockVendors.Booking;

/// <summary>A slot that a mocked vendor keeps aside.</summary>
/// <param name="Reference">The vendor's reference.</param>
/// <param name="Owner">Whose slot.</param>
/// <param name="Start">Its start.</param>
/// <param name="ExpiresAt">When it ends by itself unless it is booked.</param>
internal sealed record MockHold(string Reference, string Owner, DateTimeOffset Start, DateTimeOffset ExpiresAt)
{
    /// <summary>Value of the appointment's identifier once it is booked.</summary>
    public string? Appointment { get; init; }

    public bool IsReleased { get; init; }
}
