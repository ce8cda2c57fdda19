namespace Sas.Interop.Hub.Security;

/// <summary>Into which networks a name may lead.</summary>
internal enum NamesMayLead
{
    /// <summary>To the public net.</summary>
    Outside,

    /// <summary>Also into a private network, but not to this machine nor its link.</summary>
    IntoPrivateNetworks,

    /// <summary>Wherever: the operator has written it, and nothing that comes back is followed.</summary>
    Anywhere,
}
