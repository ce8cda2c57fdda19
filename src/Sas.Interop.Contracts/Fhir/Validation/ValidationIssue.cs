namespace Sas.Interop.Contracts.Fhir.Validation;

/// <summary>One thing that validation has to say. Names elements, rules and what a definition demands; never quotes a value of the resource.</summary>
public sealed record ValidationIssue
{
    /// <summary>Weight of the issue.</summary>
    public required ValidationSeverity Severity { get; init; }

    /// <summary>R4 issue type: <c>structure</c>, <c>required</c>, <c>value</c>, <c>invariant</c>, <c>code-invalid</c>, <c>not-found</c> ...</summary>
    public required string Code { get; init; }

    /// <summary>
    /// Where, in the manner of FHIRPath: <c>Bundle.entry[3].resource.serviceType[1].extension[0].url</c>. A missing element is named by the place that it should have;
    /// a choice by its name without type (<c>value</c>).
    /// </summary>
    public required string Location { get; init; }

    /// <summary>
    /// The rule: an element of a profile (<c>sas-cpts-slot-aggregator#Slot.serviceType:referencecpts.extension</c>), of base R4 (<c>R4#Slot.status</c>),
    /// the key of an invariant (<c>bdl-7</c>, <c>ele-1</c>), or a discrepancy of the contract (<c>D02</c>).
    /// </summary>
    public required string Rule { get; init; }

    /// <summary>One English sentence.</summary>
    public required string English { get; init; }

    /// <summary>The same sentence in French.</summary>
    public required string French { get; init; }

    /// <summary>Whether the issue makes the resource invalid.</summary>
    public bool IsError => Severity is ValidationSeverity.Fatal or ValidationSeverity.Error;
}
