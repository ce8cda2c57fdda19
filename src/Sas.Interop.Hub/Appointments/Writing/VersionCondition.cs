using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Appointments.Writing;

/// <summary>What an update requires of what is kept: <c>If-Match</c> with the version that the sender knows, or <c>If-None-Match: *</c> for what must be new.</summary>
internal sealed class VersionCondition
{
    private readonly IList<EntityTagHeaderValue> _match;
    private readonly IList<EntityTagHeaderValue> _noneMatch;

    private VersionCondition(IList<EntityTagHeaderValue> match, IList<EntityTagHeaderValue> noneMatch)
    {
        _match = match;
        _noneMatch = noneMatch;
    }

    /// <summary>Whether the sender says which version it knows, and so settles the order itself.</summary>
    public bool NamesVersion => _match.Count > 0;

    public static Outcome<VersionCondition> Of(HttpRequest request) =>
        TryRead(request.Headers.IfMatch, out var match) && TryRead(request.Headers.IfNoneMatch, out var noneMatch)
            ? new VersionCondition(match, noneMatch)
            : new HubError(HubErrorCode.RequestInvalid, "If-Match and If-None-Match hold entity tags such as W/\"3\", or *.");

    /// <param name="version">The version that is kept; null when there is none.</param>
    public bool Allows(int? version) => (_match.Count == 0 || Meets(_match, version)) && !Meets(_noneMatch, version);

    // Tags of versions are weak (R4 http, "Managing Resource Contention"), and some senders leave the W/ out.
    private static bool Meets(IList<EntityTagHeaderValue> tags, int? version) =>
        version is { } kept && tags.Any(tag => tag.Tag == "*" || tag.Compare(VersionTag.Of(kept), useStrongComparison: false));

    private static bool TryRead(StringValues header, out IList<EntityTagHeaderValue> tags)
    {
        tags = [];
        return header.Count == 0 || (EntityTagHeaderValue.TryParseList([.. header.OfType<string>()], out var read) && (tags = read) is not null);
    }
}
