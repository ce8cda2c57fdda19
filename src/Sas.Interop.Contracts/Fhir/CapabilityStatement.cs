namespace Sas.Interop.Contracts.Fhir;

/// <summary>What a server does (R4 <c>CapabilityStatement</c>). Not modelled: <c>messaging</c>.</summary>
public sealed record CapabilityStatement : DomainResource
{
    /// <summary>Canonical URL.</summary>
    public string? Url { get; init; }

    /// <summary>Business version.</summary>
    public string? Version { get; init; }

    /// <summary>Name for machines.</summary>
    public string? Name { get; init; }

    /// <summary>Name for people.</summary>
    public string? Title { get; init; }

    /// <summary><c>draft</c>, <c>active</c>, <c>retired</c> or <c>unknown</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Whether for tests only.</summary>
    public bool? Experimental { get; init; }

    /// <summary>When it was last changed; mandatory.</summary>
    public FhirDateTime? Date { get; init; }

    /// <summary>Who publishes it.</summary>
    public string? Publisher { get; init; }

    /// <summary>Contacts of the publisher.</summary>
    public IReadOnlyList<ContactDetail>? Contact { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Where it is meant to be used.</summary>
    public IReadOnlyList<UsageContext>? UseContext { get; init; }

    /// <summary>For which jurisdictions.</summary>
    public IReadOnlyList<CodeableConcept>? Jurisdiction { get; init; }

    /// <summary>Why it exists.</summary>
    public string? Purpose { get; init; }

    /// <summary>Rights.</summary>
    public string? Copyright { get; init; }

    /// <summary><c>instance</c>, <c>capability</c> or <c>requirements</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Statements that it implements.</summary>
    public IReadOnlyList<string>? Instantiates { get; init; }

    /// <summary>Statements that it adds to.</summary>
    public IReadOnlyList<string>? Imports { get; init; }

    /// <summary>The software.</summary>
    public CapabilityStatementSoftware? Software { get; init; }

    /// <summary>The instance.</summary>
    public CapabilityStatementImplementation? Implementation { get; init; }

    /// <summary><c>4.0.1</c>.</summary>
    public string? FhirVersion { get; init; }

    /// <summary>Formats: MIME types or <c>json</c>.</summary>
    public IReadOnlyList<string>? Format { get; init; }

    /// <summary>Formats of PATCH.</summary>
    public IReadOnlyList<string>? PatchFormat { get; init; }

    /// <summary>Guides that it follows.</summary>
    public IReadOnlyList<string>? ImplementationGuide { get; init; }

    /// <summary>What the REST endpoint does.</summary>
    public IReadOnlyList<CapabilityStatementRest>? Rest { get; init; }

    /// <summary>Documents that it takes.</summary>
    public IReadOnlyList<CapabilityStatementDocument>? Document { get; init; }
}
