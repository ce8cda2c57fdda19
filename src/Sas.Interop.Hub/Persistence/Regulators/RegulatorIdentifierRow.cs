namespace Sas.Interop.Hub.Persistence.Regulators;

/// <summary>An identifier that an account has or had (D26). One account at a time holds it.</summary>
internal sealed class RegulatorIdentifierRow
{
    /// <summary><see cref="IdentifierKey"/> of <see cref="System"/> and <see cref="Value"/>.</summary>
    public required string Key { get; set; }

    public required string System { get; set; }

    public required string Value { get; set; }

    public required string RegulatorId { get; set; }

    /// <summary>Whether the account's last state names it; an alias otherwise.</summary>
    public bool IsCurrent { get; set; }

    public DateTimeOffset Since { get; set; }
}
