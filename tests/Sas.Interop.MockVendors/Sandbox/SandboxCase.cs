namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>What a practitioner of the sandbox shows.</summary>
internal enum SandboxCase
{
    /// <summary>One place, one vendor, free slots on each of the next days.</summary>
    OnePlace,

    /// <summary>Two places at one vendor.</summary>
    TwoPlaces,

    /// <summary>Two vendors, each with a place of its own.</summary>
    TwoVendors,

    /// <summary>A vendor that has nothing free.</summary>
    NoSlot,

    /// <summary>In the directory, but with no vendor.</summary>
    NoVendor,

    /// <summary>Has slots and refuses that they are shown.</summary>
    Refusing,

    /// <summary>All slots open to one community only.</summary>
    OneCommunity,

    /// <summary>One place; every slot open to two communities.</summary>
    SharedCommunities,

    /// <summary>Public slots some of which a community sees too.</summary>
    PublicAndCommunity,

    /// <summary>Two places at one vendor; every slot open to communities only, some to two, some to one of them.</summary>
    TwoPlacesOfCommunities,
}
