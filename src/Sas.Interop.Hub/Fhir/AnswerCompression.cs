using System.IO.Compression;

using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir;

/// <summary>
/// Compresses answers for callers that accept it, at each method's fastest level: an answer of slots repeats itself so much that slower levels cost several times as
/// much for a few per cent (docs/performance.md). Small answers stay as they are.
/// </summary>
internal sealed class AnswerCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options, IOptions<SearchOptions> search)
    : ResponseCompressionProvider(services, options)
{
    public static void Add(IServiceCollection services)
    {
        services.AddResponseCompression(static options =>
        {
            // Answers hold no secrets of the caller, so their length tells nothing (BREACH).
            options.EnableForHttps = true;
            options.MimeTypes = ["application/fhir+json", "application/json"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(static options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(static options => options.Level = CompressionLevel.Fastest);
        services.AddSingleton<IResponseCompressionProvider, AnswerCompression>();
    }

    public override bool ShouldCompressResponse(HttpContext context) =>
        (context.Response.ContentLength is not { } length || length >= search.Value.CompressFrom) && base.ShouldCompressResponse(context);
}
