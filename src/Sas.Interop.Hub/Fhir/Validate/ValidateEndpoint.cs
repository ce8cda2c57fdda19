using System.Threading.RateLimiting;

using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir.Validation;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Fhir.Validate;

/// <summary>
/// <c>POST /fhir/{type}/$validate</c> and <c>POST /fhir/$validate</c>: the verdict on a resource by the published profiles. Nothing of the body is kept or logged.
/// </summary>
internal sealed class ValidateEndpoint : IDisposable
{
    // Gathered before those of one rule are told as one.
    private const int MaxFindings = 10_000;
    private static readonly TimeSpan ComeBackIn = TimeSpan.FromSeconds(2);
    private readonly FhirValidator _validator;
    private readonly DefinitionSet _definitions;
    private readonly TimeProvider _time;
    private readonly ValidationOptions _options;
    private readonly ConcurrencyLimiter _places;
    private readonly PartitionedRateLimiter<string> _placesOfCallers;

    public ValidateEndpoint(DefinitionShelf shelf, TimeProvider time, IOptions<ValidationOptions> options)
    {
        _definitions = shelf.Definitions;
        _validator = new FhirValidator(_definitions);
        _time = time;
        _options = options.Value;
        _places = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = _options.Concurrency, QueueLimit = 0 });
        var ofACaller = new ConcurrencyLimiterOptions { PermitLimit = _options.ConcurrencyPerCaller, QueueLimit = 0 };
        _placesOfCallers = PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetConcurrencyLimiter(caller, _ => ofACaller));
    }

    public async Task ValidateAsync(HttpContext context)
    {
        var type = context.Request.RouteValues["type"] as string;
        if (Refusal(context.Request, type) is { } refusal)
        {
            await FhirResponses.WriteErrorAsync(context, refusal.Code, refusal.Detail);
            return;
        }

        using var own = _placesOfCallers.AttemptAcquire(context.Caller()?.Id ?? string.Empty);
        if (!own.IsAcquired)
        {
            context.Response.Headers.RetryAfter = $"{ComeBackIn.TotalSeconds:0}";
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.CallerThrottled, $"{_options.ConcurrencyPerCaller} resources of this caller are being validated; send this one again later.");
            return;
        }

        using var place = _places.AttemptAcquire();
        if (!place.IsAcquired)
        {
            context.Response.Headers.RetryAfter = $"{ComeBackIn.TotalSeconds:0}";
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.IntakeBusy, "Too many resources are being validated; send this one again later.");
            return;
        }

        // The reader holds the bound. The server's own would cut the connection while the caller still writes, and the caller would never see why.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            bound.MaxRequestBodySize = null;
        }

        var body = await ReadAsync(context);
        if (!body.IsSuccess)
        {
            await FhirResponses.WriteErrorAsync(context, body.Error.Code, body.Error.Detail);
            return;
        }

        await JudgeAsync(context, body.Value, type);
    }

    public void Dispose()
    {
        _places.Dispose();
        _placesOfCallers.Dispose();
    }

    private static HubError? Refusal(HttpRequest request, string? type) => type switch
    {
        not null when !ValidatedTypes.Contains(type) => new HubError(HubErrorCode.NotFound, $"Only these types are validated: {ValidatedTypes.List}."),
        _ when !FhirNegotiation.IsAcceptable(request) => new HubError(HubErrorCode.RequestNotAcceptable, "Only FHIR JSON is served: application/fhir+json."),
        _ when !FhirNegotiation.IsJsonBody(request.ContentType) => new HubError(HubErrorCode.RequestUnsupportedMediaType, "What is to be validated is FHIR JSON: application/fhir+json."),
        _ => null,
    };

    private async Task<Outcome<ValidateBody>> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > _options.MaxBodyBytes)
        {
            return ValidateBody.TooLarge(_options.MaxBodyBytes);
        }

        using var timeout = new CancellationTokenSource(_options.Timeout, _time);
        return await ValidateBody.ReadAsync(context.Request.BodyReader, _options.MaxBodyBytes, timeout.Token, context.RequestAborted);
    }

    private async Task JudgeAsync(HttpContext context, ValidateBody body, string? type)
    {
        if (body.PatientPaths.Count > 0)
        {
            await FhirResponses.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, ValidateAnswers.PatientData(body.PatientPaths));
            return;
        }

        var question = ValidateQuestion.Of(body.Utf8, context.Request.Query, type);
        if (!question.IsSuccess)
        {
            await FhirResponses.WriteErrorAsync(context, question.Error.Code, question.Error.Detail);
            return;
        }

        if (!body.IsScanned)
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestTooLarge, "The body holds a value too long to be looked through for patients.");
            return;
        }

        if (question.Value.Profiles.Any(profile => !_definitions.HasProfile(profile)))
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestInvalid, $"profile: one of those asked for is not known here; GET {BaseAddress.Path}/StructureDefinition lists the published ones.");
            return;
        }

        var request = new ValidationRequest { Profiles = question.Value.Profiles, MaxBytes = _options.MaxBodyBytes, MaxDepth = _options.MaxDepth, MaxIssues = MaxFindings };
        var report = _validator.Validate(question.Value.Resource, request);
        await FhirResponses.WriteAsync(context, StatusCodes.Status200OK, ValidateAnswers.Verdict(report, _options.MaxIssues));
    }
}
