namespace Sas.Interop.Contracts.Fhir.Validation.Definitions;

/// <summary>One include or exclude of a value set.</summary>
/// <param name="System">Code system; null when only value sets are named.</param>
/// <param name="Codes">The codes; null for the whole system.</param>
/// <param name="ValueSets">Value sets in which the code must be too.</param>
/// <param name="HasFilter">Whether a filter narrows it, which is not evaluated.</param>
internal sealed record CodePart(string? System, IReadOnlySet<string>? Codes, IReadOnlyList<string> ValueSets, bool HasFilter);
