namespace Sas.Interop.Contracts.Availability;

/// <summary>Names of an owner: a practitioner's, or an association's (CONTRACT §5.4, §5.8).</summary>
/// <param name="Family">Family name of a practitioner; the name of an association.</param>
/// <param name="Given">First names of a practitioner; empty for an association.</param>
/// <param name="Phone">Telephone of an association in E.164 form, or null.</param>
public sealed record OwnerDetails(string? Family, IReadOnlyList<string> Given, string? Phone);
