using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>What sets the answers of one flow apart (CONTRACT §3.7, §5.1, §6.3).</summary>
/// <param name="Bundle">Profile of the Bundle.</param>
/// <param name="Match">The type that is searched for.</param>
/// <param name="Profiles">The types that an answer may hold, each with its one profile.</param>
/// <param name="SlotTypes">Codes of <c>meta.security</c>.</param>
internal sealed record FlowShape(string Bundle, string Match, IReadOnlyDictionary<string, string> Profiles, IReadOnlyList<string> SlotTypes)
{
    public static FlowShape Individual { get; } = new(
        ProfileUrls.BundleIndividual,
        "Slot",
        new Dictionary<string, string>
        {
            ["Slot"] = ProfileUrls.SlotIndividual,
            ["Schedule"] = ProfileUrls.Schedule,
            ["Practitioner"] = ProfileUrls.Practitioner,
            ["PractitionerRole"] = ProfileUrls.PractitionerRole,
        },
        ["PUBLIC", "PRO", "SNP"]);

    public static FlowShape Community { get; } = new(
        ProfileUrls.BundleCpts,
        "Slot",
        new Dictionary<string, string>
        {
            ["Slot"] = ProfileUrls.SlotCpts,
            ["Schedule"] = ProfileUrls.Schedule,
            ["Practitioner"] = ProfileUrls.Practitioner,
            ["PractitionerRole"] = ProfileUrls.PractitionerRole,
            ["HealthcareService"] = ProfileUrls.HealthcareServiceCpts,
            ["Organization"] = ProfileUrls.OrganizationCpts,
        },
        ["PUBLIC", "PRO", "SNP", "CPTS"]);

    public static FlowShape Association { get; } = new(
        ProfileUrls.BundleSos,
        "Schedule",
        new Dictionary<string, string>
        {
            ["Slot"] = ProfileUrls.SlotSos,
            ["Schedule"] = ProfileUrls.ScheduleSos,
            ["Location"] = ProfileUrls.LocationSos,
            ["Organization"] = ProfileUrls.OrganizationSos,
        },
        ["PUBLIC", "SNP"]);
}
