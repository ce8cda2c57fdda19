namespace Sas.Interop.Hub.Security.Tls;

/// <summary>What revocation lists decide. They are files; none is ever fetched.</summary>
internal enum RevocationMode
{
    /// <summary>No list is looked at.</summary>
    None,

    /// <summary>What a list names is refused; what no current list speaks of is accepted.</summary>
    Soft,

    /// <summary>Every certificate below the authority that is trusted needs a current list of its issuer.</summary>
    Hard,
}
