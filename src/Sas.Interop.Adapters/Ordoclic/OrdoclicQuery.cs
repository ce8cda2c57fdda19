namespace Sas.Interop.Adapters.Ordoclic;

/// <summary>The body of a slot call.</summary>
/// <param name="EntityId">The entity.</param>
/// <param name="MedicalStaffId">The professional.</param>
/// <param name="ReasonId">The reason.</param>
/// <param name="DateStart">First instant, in UTC with milliseconds.</param>
/// <param name="DateEnd">Last instant, in UTC with milliseconds.</param>
internal sealed record OrdoclicQuery(string EntityId, string MedicalStaffId, string ReasonId, string DateStart, string DateEnd);
