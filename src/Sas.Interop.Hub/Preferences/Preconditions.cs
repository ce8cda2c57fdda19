using System.Globalization;

using Microsoft.Net.Http.Headers;

using Sas.Interop.Hub.Persistence;

namespace Sas.Interop.Hub.Preferences;

/// <summary>What a caller requires of what is kept, before it is changed or sent again (RFC 9110 §13). The entity tag of a declaration is its revision.</summary>
internal sealed class Preconditions
{
    private readonly IList<EntityTagHeaderValue> _match;
    private readonly IList<EntityTagHeaderValue> _noneMatch;

    private Preconditions(IList<EntityTagHeaderValue> match, IList<EntityTagHeaderValue> noneMatch)
    {
        _match = match;
        _noneMatch = noneMatch;
    }

    public static string TagOf(StoredPreference stored) => string.Create(CultureInfo.InvariantCulture, $"\"{stored.Revision}\"");

    /// <returns>The requirements; or why they cannot be read.</returns>
    public static (Preconditions? Required, ApiError? Error) Of(HttpRequest request)
    {
        if (!TryRead(request, HeaderNames.IfMatch, out var match) || !TryRead(request, HeaderNames.IfNoneMatch, out var noneMatch))
        {
            return (null, ApiError.Invalid("header.If-Match", "If-Match and If-None-Match hold entity tags such as \"12\", or *."));
        }

        return (new Preconditions(match, noneMatch), null);
    }

    /// <summary>Whether a change may be made on top of this.</summary>
    public bool Allow(StoredPreference? kept) => (_match.Count == 0 || Matches(_match, kept, strong: true)) && !Matches(_noneMatch, kept, strong: false);

    /// <summary>Whether the caller has this already.</summary>
    public bool Has(StoredPreference kept) => Matches(_noneMatch, kept, strong: false);

    private static bool Matches(IList<EntityTagHeaderValue> tags, StoredPreference? kept, bool strong)
    {
        if (kept?.Content is null)
        {
            return false;
        }

        var own = new EntityTagHeaderValue(TagOf(kept));
        return tags.Any(tag => tag.Tag == "*" || own.Compare(tag, strong));
    }

    private static bool TryRead(HttpRequest request, string name, out IList<EntityTagHeaderValue> tags)
    {
        tags = [];
        return request.Headers[name].Count == 0 || (EntityTagHeaderValue.TryParseList(request.Headers[name], out var read) && (tags = read) is not null);
    }
}
