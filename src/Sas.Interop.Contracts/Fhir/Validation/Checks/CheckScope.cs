using Sas.Interop.Contracts.Fhir.Validation.Definitions;

namespace Sas.Interop.Contracts.Fhir.Validation.Checks;

/// <summary>What the check of one node by one profile carries along.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Verdict">Where to tell.</param>
/// <param name="IsUndetermined">Whether the members of the slice at hand cannot be told.</param>
internal sealed record CheckScope(Profile Profile, Verdict Verdict, bool IsUndetermined = false);
