namespace Sas.Interop.Hub.Persistence.Appointments;

/// <summary>What becomes of a notice.</summary>
internal enum AppointmentVerdict
{
    /// <summary>There was none of this identifier; now there is.</summary>
    Created,

    /// <summary>A new version.</summary>
    Changed,

    /// <summary>What is kept says the same; at most the vendor's marks of order are newer.</summary>
    Confirmed,

    /// <summary>A create of what is there already, which stays as it is.</summary>
    Kept,

    /// <summary>Older than what is kept; nothing was written.</summary>
    Late,

    /// <summary>A create of an identifier that stands for something else.</summary>
    Duplicate,

    /// <summary>A condition of the caller does not hold.</summary>
    Mismatch,

    /// <summary>The identifier's system belongs to another sender.</summary>
    Foreign,
}
