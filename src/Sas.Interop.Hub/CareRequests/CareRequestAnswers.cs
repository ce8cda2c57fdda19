using System.Globalization;

using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.CareRequests;

/// <summary>Answers with a request for care.</summary>
internal sealed class CareRequestAnswers(CareRequestDocument documents, BaseAddress baseAddress)
{
    public CareRequestDocument Documents => documents;

    public static string TagOf(int version) => string.Create(CultureInfo.InvariantCulture, $"W/\"{version}\"");

    /// <summary>Absolute FHIR base without trailing slash.</summary>
    public string BaseOf(HttpRequest request) => baseAddress.Of(request);

    /// <summary>Root of the hub without trailing slash, where links begin.</summary>
    public string RootOf(HttpRequest request) => baseAddress.Of(request)[..^BaseAddress.Path.Length];

    public Task WriteAsync(HttpContext context, OrientationRow row)
    {
        context.Response.Headers.ETag = TagOf(row.Version);
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.LastModified = row.ChangedAt.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
        return FhirResponses.WriteAsync(context, StatusCodes.Status200OK, documents.Of(row, link: null));
    }
}
