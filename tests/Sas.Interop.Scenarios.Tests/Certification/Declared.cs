using Sas.Interop.MockVendors.Sandbox;

namespace Sas.Interop.Scenarios.Tests.Certification;

/// <summary>What the operator of the kit would tick for a practitioner of the sandbox.</summary>
internal static class Declared
{
    /// <summary>Booking products show public slots; only vendors of the contract say more of a slot. Only the flavour for communities shows what is open to these.</summary>
    public static IEnumerable<string> SlotTypes(SandboxPractitioner practitioner, KitFlavour flavour) => practitioner.Case switch
    {
        SandboxCase.OneCommunity or SandboxCase.SharedCommunities or SandboxCase.TwoPlacesOfCommunities => ["CPTS"],
        SandboxCase.PublicAndCommunity when flavour == KitFlavour.Communities => ["PUBLIC", "PRO", "SNP", "CPTS"],
        _ => SpeaksTheContract(practitioner) ? ["PUBLIC", "PRO", "SNP"] : ["PUBLIC"],
    };

    public static IEnumerable<string> ConsultationTypes(SandboxPractitioner practitioner) => practitioner.Places[0].Links[0].Vendor switch
    {
        "keldoc" or "maiia" or "ordoclic" or "avecmondoc" => ["AMB", "VR"],
        _ when SpeaksTheContract(practitioner) && practitioner.Number % 5 == 0 => ["AMB", "VR", "HH"],
        _ => ["AMB"],
    };

    private static bool SpeaksTheContract(SandboxPractitioner practitioner) => practitioner.Places[0].Links[0].TellsPlaces;
}
