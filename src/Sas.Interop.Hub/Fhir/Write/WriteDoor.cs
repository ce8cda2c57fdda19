using System.Threading.RateLimiting;

using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Hub.Fhir.Validate;
using Sas.Interop.Hub.Fhir.Write.Privacy;

namespace Sas.Interop.Hub.Fhir.Write;

/// <summary>The one way in for a resource that is to be written: negotiated, bounded in size, time and depth, looked through for patients, and read.</summary>
internal sealed class WriteDoor : IDisposable
{
    private readonly TimeProvider _time;
    private readonly TextRules _rules;
    private readonly WriteOptions _options;
    private readonly ConcurrencyLimiter _places;

    public WriteDoor(TimeProvider time, TextRules rules, IOptions<WriteOptions> options)
    {
        _time = time;
        _rules = rules;
        _options = options.Value;
        _places = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = _options.Concurrency, QueueLimit = 0 });
    }

    /// <summary>Reads a resource, has it written, and answers; every refusal is answered here.</summary>
    /// <param name="context">The request.</param>
    /// <param name="write">Writes the resource and answers; gives a refusal when nothing was written.</param>
    public async Task ReceiveAsync<T>(HttpContext context, Func<Written<T>, Task<WriteRefusal?>> write)
        where T : Resource
    {
        using var place = _places.AttemptAcquire();
        var refusal = place.IsAcquired
            ? await ReadAsync(context, write)
            : WriteRefusal.Of(HubErrorCode.Busy, "Too many writes are under way; nothing was done. Send this one again later.");
        if (refusal is not null)
        {
            await WriteAsync(context, refusal);
        }
    }

    public static Task WriteAsync(HttpContext context, WriteRefusal refusal)
    {
        if (refusal.Status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = FhirFaults.ComeBackInSeconds;
        }

        return FhirResponses.WriteAsync(context, refusal.Status, refusal.Outcome);
    }

    public void Dispose() => _places.Dispose();

    private async Task<WriteRefusal?> ReadAsync<T>(HttpContext context, Func<Written<T>, Task<WriteRefusal?>> write)
        where T : Resource
    {
        if (!FhirNegotiation.IsAcceptable(context.Request))
        {
            return WriteRefusal.Of(HubErrorCode.RequestNotAcceptable, "Only FHIR JSON is served: application/fhir+json.");
        }

        if (!FhirNegotiation.IsJsonBody(context.Request.ContentType))
        {
            return WriteRefusal.Of(HubErrorCode.RequestUnsupportedMediaType, "What is written is FHIR JSON: application/fhir+json.");
        }

        // The reader holds the bound. The server's own would cut the connection while the caller still writes, and the caller would never see why.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            bound.MaxRequestBodySize = null;
        }

        if (context.Request.ContentLength > _options.MaxBodyBytes)
        {
            return Refused(ValidateBody.TooLarge(_options.MaxBodyBytes));
        }

        using var timeout = new CancellationTokenSource(_options.Timeout, _time);
        var body = await ValidateBody.ReadAsync(context.Request.BodyReader, _options.MaxBodyBytes, timeout.Token, context.RequestAborted);
        return body.IsSuccess ? await WriteAsync(body.Value, write) : Refused(body.Error);
    }

    private async Task<WriteRefusal?> WriteAsync<T>(ValidateBody body, Func<Written<T>, Task<WriteRefusal?>> write)
        where T : Resource
    {
        if (body.PatientPaths.Count > 0)
        {
            return Refused(body.PatientPaths, "The element names a patient, which the hub never accepts; nothing was written.");
        }

        var misplaced = PrivacyScan.Look(body.Utf8.Span, _rules.Of(typeof(T).Name));
        if (misplaced.Count > 0)
        {
            return Refused(misplaced, "The element holds words, or tells of a person, where this resource has neither; nothing was written.");
        }

        var read = FhirJson.Read<T>(body.Utf8.Span, new FhirReadOptions { MaxBytes = _options.MaxBodyBytes, MaxDepth = _options.MaxDepth });
        if (read.HasErrors || read.Resource is not { } resource)
        {
            return WriteRefusal.Of([.. read.Issues.Where(static issue => issue.IsError).Select(ToFault)]);
        }

        return body.IsScanned
            ? await write(new Written<T>(resource, body.Utf8))
            : WriteRefusal.Of(HubErrorCode.RequestTooLarge, "The body holds a value too long to be looked through for patients.");
    }

    private static WriteFault ToFault(FhirIssue issue) =>
        new(HubErrorCode.RequestInvalid, issue.Path, $"{issue.Message} (rule {issue.Rule}, line {issue.Line}, column {issue.Column})");

    private static WriteRefusal Refused(HubError error) => WriteRefusal.Of(error.Code, error.Detail);

    private static WriteRefusal Refused(IReadOnlyList<string> paths, string message) =>
        WriteRefusal.Of([.. paths.Select(path => new WriteFault(HubErrorCode.PatientData, path, message))]);
}
