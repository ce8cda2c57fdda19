using Sas.Interop.Hub.Persistence;

namespace Sas.Interop.Hub.Redirects;

/// <summary>Makes links that lead an operator's browser to a vendor's page, once.</summary>
internal interface IRedirectLinks
{
    /// <summary>Adds a link in the transaction of the act that it belongs to.</summary>
    /// <param name="change">The change under way.</param>
    /// <param name="orientationId">The act.</param>
    /// <param name="target">The vendor's page, one that <see cref="RedirectTarget"/> allows; <c>origin</c> is merged into it here.</param>
    /// <param name="expiresAt">When the link ends.</param>
    /// <returns>Path and token below the root of the hub, such as <c>/redirect/…</c>.</returns>
    string Add(StorageChange change, string orientationId, Uri target, DateTimeOffset expiresAt);
}
