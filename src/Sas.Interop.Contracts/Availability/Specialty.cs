namespace Sas.Interop.Contracts.Availability;

/// <summary>A specialty or competence of a slot: a code of TRE_R38 when it is known, otherwise the vendor's own words (D39). At least one of the two is set.</summary>
/// <param name="Code">TRE_R38 code such as <c>SM54</c>, or null.</param>
/// <param name="Text">The words, or null; emitted only when there is no code.</param>
public sealed record Specialty(string? Code, string? Text);
