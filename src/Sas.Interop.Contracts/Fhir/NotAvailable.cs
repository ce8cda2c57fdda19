namespace Sas.Interop.Contracts.Fhir;

/// <summary>An absence (R4 <c>notAvailable</c> of PractitionerRole and HealthcareService).</summary>
public sealed record NotAvailable : BackboneElement
{
    /// <summary>Why; mandatory.</summary>
    public string? Description { get; init; }

    /// <summary>When.</summary>
    public Period? During { get; init; }
}
