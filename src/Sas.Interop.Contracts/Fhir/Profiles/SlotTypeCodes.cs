namespace Sas.Interop.Contracts.Fhir.Profiles;

/// <summary>Who may book a slot, in <c>Slot.meta.security</c> (CONTRACT §6.3).</summary>
public static class SlotTypeCodes
{
    /// <summary>Open to the general public.</summary>
    public const string Public = "PUBLIC";

    /// <summary>Open to all health professionals.</summary>
    public const string Professional = "PRO";

    /// <summary>Open to regulators: unscheduled care, dedicated to the national service.</summary>
    public const string UnscheduledCare = "SNP";

    /// <summary>Open to a territorial community (D16).</summary>
    public const string Cpts = "CPTS";
}
