using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Redirects;

/// <summary>Makes and reads links. A link is a row and a signature: neither alone leads anywhere.</summary>
internal sealed class RedirectLinks(RedirectKeys keys, IOptions<RedirectsOptions> options) : IRedirectLinks
{
    public const string Path = "/redirect";

    /// <exception cref="ArgumentException">The target is not allowed (<see cref="RedirectTarget"/>).</exception>
    public string Add(StorageChange change, string orientationId, Uri target, DateTimeOffset expiresAt)
    {
        if (!RedirectTarget.IsAllowed(target))
        {
            throw new ArgumentException("No link leads there.", nameof(target));
        }

        var id = RedirectToken.NewId();
        change.Context.Add(new RedirectLinkRow { Id = id, OrientationId = orientationId, Target = OriginLink.Merge(target, options.Value.Origin), ExpiresAt = expiresAt });
        return $"{Path}/{RedirectToken.Of(id, keys.Present)}";
    }
}
