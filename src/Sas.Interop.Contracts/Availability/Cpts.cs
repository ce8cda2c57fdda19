namespace Sas.Interop.Contracts.Availability;

/// <summary>A territorial community (CPTS) that sees a slot (CONTRACT §5.7, §5.8).</summary>
/// <param name="Finess">Its FINESS with prefix: <c>1</c> and nine digits.</param>
/// <param name="Name">Its name, or null when unknown.</param>
/// <param name="Phone">Its telephone in E.164 form, or null.</param>
public sealed record Cpts(string Finess, string? Name, string? Phone);
