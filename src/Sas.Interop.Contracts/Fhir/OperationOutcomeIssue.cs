namespace Sas.Interop.Contracts.Fhir;

/// <summary>One thing that happened (R4 <c>OperationOutcome.issue</c>).</summary>
public sealed record OperationOutcomeIssue : BackboneElement
{
    /// <summary><c>fatal</c>, <c>error</c>, <c>warning</c> or <c>information</c>.</summary>
    public string? Severity { get; init; }

    /// <summary>R4 issue type: <c>invalid</c>, <c>required</c>, <c>not-found</c>, <c>timeout</c> ...</summary>
    public string? Code { get; init; }

    /// <summary>The rule, coded or as text.</summary>
    public CodeableConcept? Details { get; init; }

    /// <summary>A sentence with the facts; never a name, a phone number or a secret.</summary>
    public string? Diagnostics { get; init; }

    /// <summary>Deprecated in R4: where, as XPath or header name.</summary>
    public IReadOnlyList<string>? Location { get; init; }

    /// <summary>Where, as FHIRPath.</summary>
    public IReadOnlyList<string>? Expression { get; init; }
}
