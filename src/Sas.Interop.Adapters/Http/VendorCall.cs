namespace Sas.Interop.Adapters.Http;

/// <summary>One request to a vendor, as data, so that it can be sent again.</summary>
internal sealed record VendorCall(HttpMethod Method, Uri Uri)
{
    /// <summary>Request headers beyond those of every call of the dialect.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>JSON body, or null.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>How long an answer may be used again without asking: catalogue calls set it, slot calls leave it null.</summary>
    public TimeSpan? CacheFor { get; init; }

    /// <summary>Whether the call may be repeated after a failure; true for everything that only reads.</summary>
    public bool Repeatable { get; init; } = true;

    /// <summary>Statuses beyond 2xx that are an answer to the question and no failure of the vendor, such as 409 for an account that exists.</summary>
    public IReadOnlyList<int> Verdicts { get; init; } = [];

    public static VendorCall Get(Uri uri) => new(HttpMethod.Get, uri);
}
