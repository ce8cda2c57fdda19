namespace Sas.Interop.Hub.Fhir.Validate;

/// <summary>The resource types that the contract has profiles for.</summary>
internal static class ValidatedTypes
{
    private static readonly string[] All =
        ["Appointment", "Bundle", "HealthcareService", "Location", "Organization", "Practitioner", "PractitionerRole", "Schedule", "Slot"];

    public static string List { get; } = string.Join(", ", All);

    public static bool Contains(string type) => All.Contains(type);
}
