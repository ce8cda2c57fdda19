namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>What of the request's address is compared, and how.</summary>
internal enum UrlKind
{
    /// <summary>Nothing: every address.</summary>
    Any,

    /// <summary>Path and query, letter by letter.</summary>
    Url,

    /// <summary>Path, letter by letter.</summary>
    UrlPath,

    /// <summary>Path and query, by regular expression.</summary>
    UrlPattern,

    /// <summary>Path, by regular expression.</summary>
    UrlPathPattern,

    /// <summary>Path, by a template with <c>{names}</c>.</summary>
    UrlPathTemplate,
}
