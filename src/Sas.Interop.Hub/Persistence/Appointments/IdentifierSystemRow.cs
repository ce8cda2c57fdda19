namespace Sas.Interop.Hub.Persistence.Appointments;

/// <summary>Whose an identifier system of appointments is: the first who writes with it keeps it.</summary>
internal sealed class IdentifierSystemRow
{
    /// <summary><see cref="IdentifierKey"/> of the system.</summary>
    public required string Key { get; set; }

    public required string System { get; set; }

    public required string Sender { get; set; }

    public DateTimeOffset Since { get; set; }
}
