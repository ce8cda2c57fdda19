namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>Which communities see the slots of a practitioner, by their numbers.</summary>
internal static class SandboxCommunities
{
    public static IReadOnlyList<int> Of(SandboxPractitioner practitioner) => practitioner.Case switch
    {
        SandboxCase.OneCommunity or SandboxCase.PublicAndCommunity => [practitioner.Number % 3],
        SandboxCase.SharedCommunities => [practitioner.Number % 3, (practitioner.Number + 1) % 3],
        _ => [],
    };
}
