using Sas.Interop.Contracts.Fhir.Validation;

namespace Sas.Interop.Contracts.Tests.Fhir.Validation;

/// <summary>The smallest resource that keeps a rule, the smallest that breaks it, and what is told then.</summary>
internal sealed record RuleCase(IssueKind Kind, string Good, string Bad, string Rule, string Location)
{
    /// <summary>Elements of the profile <c>p</c>; none for a rule of base R4.</summary>
    public string[] Elements { get; init; } = [];

    /// <summary>Type of the profile <c>p</c>.</summary>
    public string Type { get; init; } = "Practitioner";

    /// <summary>Other definitions.</summary>
    public string[] More { get; init; } = [];

    /// <summary>Changes the bounds.</summary>
    public Func<ValidationRequest, ValidationRequest> Bounds { get; init; } = static request => request;

    public override string ToString() => Kind + " " + Location;
}
