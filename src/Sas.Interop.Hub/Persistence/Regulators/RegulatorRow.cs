namespace Sas.Interop.Hub.Persistence.Regulators;

/// <summary>One account of a regulator (INT_R02).</summary>
internal sealed class RegulatorRow
{
    /// <summary>The hub's id of the resource (<see cref="RowIds"/>).</summary>
    public required string Id { get; set; }

    /// <summary>1 at creation; raised with each change, and what deliveries are compared with.</summary>
    public int Version { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public bool Active { get; set; }

    /// <summary>The identifier that was received last.</summary>
    public required string System { get; set; }

    public required string Value { get; set; }

    public required string Family { get; set; }

    public required string Given { get; set; }

    public required string Email { get; set; }

    /// <summary>The resource as it is served, JSON.</summary>
    public required string Content { get; set; }
}
