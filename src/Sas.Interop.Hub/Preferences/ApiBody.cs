using Microsoft.AspNetCore.Http.Features;

using Sas.Interop.Hub.Configuration.Source;
using Sas.Interop.Hub.Fhir.Write.Privacy;

namespace Sas.Interop.Hub.Preferences;

/// <summary>Reads the JSON body of a call within its bounds.</summary>
internal static class ApiBody
{
    /// <summary>Longest body in bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    private static readonly TimeSpan Within = TimeSpan.FromSeconds(10);
    private static readonly SourceBounds Bounds = new(8, 2_000, 2_000) { MayRepeat = false };

    /// <returns>The object reader of the body with a list for its faults; or why there is none.</returns>
    public static async Task<(ObjectReader? Body, ApiError? Error)> ReadAsync(HttpContext context, TimeProvider time)
    {
        var request = context.Request;
        if (!request.HasJsonContentType() || !(request.Headers.ContentEncoding.ToString() is "" or "identity"))
        {
            return (null, new ApiError(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "The body must be application/json, not compressed."));
        }

        // The bound is held here: the server's own would cut the connection while the caller still writes, and the caller would never see why.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            bound.MaxRequestBodySize = null;
        }

        if (request.ContentLength > MaxBytes || await BytesAsync(context, time) is not { } bytes)
        {
            return (null, ApiError.TooLarge);
        }

        if (PersonJson.Holds(bytes))
        {
            return (null, ApiError.PatientData);
        }

        var faults = new FaultList("body");
        var root = SourceParser.Parse(bytes, ("$", 1), Bounds, faults);
        var body = root is null ? null : ObjectReader.Open(root, faults);
        return body is not null && faults.Count == 0 ? (body, null) : (null, faults.Count > 0 ? ApiError.Invalid(faults.Faults()) : ApiError.Invalid("$", "The body is empty."));
    }

    /// <returns>The whole body; null when it is too large.</returns>
    private static async Task<byte[]?> BytesAsync(HttpContext context, TimeProvider time)
    {
        using var timeout = new CancellationTokenSource(Within, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        var bytes = new byte[MaxBytes + 1];
        try
        {
            var length = await context.Request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, linked.Token);
            return length > MaxBytes ? null : bytes[..length];
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The body did not arrive in time.", StatusCodes.Status408RequestTimeout);
        }
    }
}
