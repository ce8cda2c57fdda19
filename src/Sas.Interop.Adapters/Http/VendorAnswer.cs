namespace Sas.Interop.Adapters.Http;

/// <summary>A successful answer while it is being read. The body is bounded and decompressed; reading it may throw, which the caller of the reader turns into a value.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="MadeAt">When the vendor says that the data was made (<c>Last-Modified</c>), or null.</param>
internal sealed record VendorAnswer(Stream Body, DateTimeOffset? MadeAt);
