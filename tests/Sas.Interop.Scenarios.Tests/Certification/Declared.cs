using Sas.Interop.MockVendors.Sandbox;

namespace Sas.Interop.Scenarios.Tests.Certification;

/// <summary>What the operator of the kit would tick for a practitioner of the sandbox.</summary>
internal static class Declared
{
    public static IEnumerable<string> SlotTypes(SandboxPractitioner practitioner) => SpeaksTheContract(practitioner) ? ["PUBLIC", "PRO", "SNP"] : ["PUBLIC"];

    public static IEnumerable<string> ConsultationTypes(SandboxPractitioner practitioner) =>
        SpeaksTheContract(practitioner) && practitioner.Number % 5 == 0 ? ["AMB", "VR", "HH"] : ["AMB"];

    /// <summary>Booking products have public slots at the practice; only vendors of the contract say more of a slot.</summary>
    private static bool SpeaksTheContract(SandboxPractitioner practitioner) => practitioner.Places[0].Links[0].TellsPlaces;
}
