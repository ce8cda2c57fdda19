namespace Sas.Interop.Adapters.AvecMonDoc;

/// <summary>What the adapter keeps of an organization.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Slug">Last segment of its page, or null.</param>
/// <param name="TimeZone">Its zone, or null.</param>
/// <param name="PostalCode">Its postal code, or null.</param>
/// <param name="Reasons">Its reasons; null when the answer does not hold them.</param>
internal sealed record AvecMonDocOrganization(int Id, string? Slug, string? TimeZone, string? PostalCode, IReadOnlyList<AvecMonDocReason?>? Reasons);
