namespace Sas.Interop.Adapters.Http;

/// <summary>A successful answer while it is being read. The body is bounded and decompressed; reading it may throw, which the caller of the reader turns into a value.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="MadeAt">When the vendor says that the data was made (<c>Last-Modified</c>), or null.</param>
internal sealed record VendorAnswer(Stream Body, DateTimeOffset? MadeAt)
{
    /// <summary>HTTP status: 2xx, or one of <see cref="VendorCall.Verdicts"/>.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The <c>Location</c> header as sent, or null.</summary>
    public Uri? Location { get; init; }
}
