namespace Sas.Interop.Contracts.Fhir.Validation.Definitions;

/// <summary>One ValueSet as it is applied.</summary>
/// <param name="Url">Canonical URL.</param>
/// <param name="Includes">What is in it.</param>
/// <param name="Excludes">What is not in it all the same.</param>
internal sealed record CodeList(string Url, IReadOnlyList<CodePart> Includes, IReadOnlyList<CodePart> Excludes);
