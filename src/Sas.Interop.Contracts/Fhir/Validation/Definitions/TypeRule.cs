namespace Sas.Interop.Contracts.Fhir.Validation.Definitions;

/// <summary>One type that an element may have.</summary>
/// <param name="Code">R4 type.</param>
/// <param name="Profiles">Canonical URLs of which the value must conform to one; none when any value will do.</param>
/// <param name="TargetProfiles">Canonical URLs of what a reference may lead to.</param>
/// <param name="Aggregation">Kinds of reference that are allowed: contained, referenced, bundled; none when all are.</param>
internal sealed record TypeRule(string Code, IReadOnlyList<string> Profiles, IReadOnlyList<string> TargetProfiles, IReadOnlyList<string> Aggregation);
