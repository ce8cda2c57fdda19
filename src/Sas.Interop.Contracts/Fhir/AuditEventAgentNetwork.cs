namespace Sas.Interop.Contracts.Fhir;

/// <summary>The place of an agent in the network (R4 <c>AuditEvent.agent.network</c>).</summary>
public sealed record AuditEventAgentNetwork : BackboneElement
{
    /// <summary>Address.</summary>
    public string? Address { get; init; }

    /// <summary><c>1</c> machine name, <c>2</c> IP address, <c>3</c> telephone number, <c>4</c> mail address, <c>5</c> URI.</summary>
    public string? Type { get; init; }
}
