namespace Sas.Interop.Adapters.AvecMonDoc;

/// <summary>The body of a slot call.</summary>
/// <param name="ConsultationReasonId">The reason.</param>
/// <param name="OrganizationId">The organization.</param>
/// <param name="PeriodStart">First instant, in UTC with milliseconds.</param>
/// <param name="PeriodEnd">Last instant, in UTC with milliseconds.</param>
/// <param name="Type">How the visit takes place.</param>
internal sealed record AvecMonDocQuery(int ConsultationReasonId, int OrganizationId, string PeriodStart, string PeriodEnd, string Type)
{
    public bool FullDisplay { get; } = true;

    public IReadOnlyList<string> DisabledPeriods { get; } = [];
}
