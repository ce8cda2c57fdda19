namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>Which communities see the slots of a practitioner, by their numbers.</summary>
internal static class SandboxCommunities
{
    /// <summary>Whether the vendor names the communities. Some only flag their slots as CPTS; the directory then tells which community is meant.</summary>
    public static bool AreTold(SandboxPractitioner practitioner) => practitioner.Case != SandboxCase.OneCommunity || practitioner.Number % 2 == 1;

    public static IReadOnlyList<int> Of(SandboxPractitioner practitioner) => practitioner.Case switch
    {
        SandboxCase.OneCommunity or SandboxCase.PublicAndCommunity => [practitioner.Number % 3],
        SandboxCase.SharedCommunities or SandboxCase.TwoPlacesOfCommunities => [practitioner.Number % 3, (practitioner.Number + 1) % 3],
        _ => [],
    };
}
