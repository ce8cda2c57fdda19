namespace Sas.Interop.Hub.Regulators;

/// <summary>What became of a call of the platform about a regulator.</summary>
/// <param name="Result">created, changed, unchanged, or ignored when the call did not say enough for an account.</param>
/// <param name="Id">The hub's id of the account; null when the call was ignored.</param>
/// <param name="Version">Its version.</param>
internal sealed record PlatformResultDocument(string Result, string? Id, int? Version);
