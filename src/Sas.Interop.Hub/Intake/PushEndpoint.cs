using System.Threading.RateLimiting;

using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

using Sas.Interop.Adapters.FhirStandard.Push;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Fhir;

namespace Sas.Interop.Hub.Intake;

/// <summary><c>POST /fhir</c>: a Bundle of the contract's resources from a vendor. It is read whole before anything is applied.</summary>
internal sealed class PushEndpoint : IDisposable
{
    private static readonly TimeSpan ComeBackIn = TimeSpan.FromSeconds(5);
    private readonly PushSender _sender;
    private readonly PushApplier _applier;
    private readonly TimeProvider _time;
    private readonly ILogger<PushEndpoint> _logger;
    private readonly IntakeOptions _options;
    private readonly ConcurrencyLimiter _places;
    private readonly PartitionedRateLimiter<string> _placesOfVendors;

    public PushEndpoint(PushSender sender, PushApplier applier, TimeProvider time, IOptions<IntakeOptions> options, ILogger<PushEndpoint> logger)
    {
        _sender = sender;
        _applier = applier;
        _time = time;
        _logger = logger;
        _options = options.Value;
        _places = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = _options.Concurrency, QueueLimit = 0 });
        var ofAVendor = new ConcurrencyLimiterOptions { PermitLimit = _options.ConcurrencyPerVendor, QueueLimit = 0 };
        _placesOfVendors = PartitionedRateLimiter.Create<string, string>(vendor => RateLimitPartition.GetConcurrencyLimiter(vendor, _ => ofAVendor));
    }

    public async Task ReceiveAsync(HttpContext context)
    {
        var sender = _sender.Identify(context.Request);
        if (!sender.IsSuccess)
        {
            await FhirResponses.WriteErrorAsync(context, sender.Error.Code, sender.Error.Detail);
            return;
        }

        if (!FhirNegotiation.IsJsonBody(context.Request.ContentType))
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestUnsupportedMediaType, "A push is FHIR JSON: application/fhir+json.");
            return;
        }

        using var own = _placesOfVendors.AttemptAcquire(sender.Value.Id);
        if (!own.IsAcquired)
        {
            context.Response.Headers.RetryAfter = $"{ComeBackIn.TotalSeconds:0}";
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.CallerThrottled, $"{_options.ConcurrencyPerVendor} pushes of this vendor are being read; send this one again later.");
            return;
        }

        using var place = _places.AttemptAcquire();
        if (!place.IsAcquired)
        {
            context.Response.Headers.RetryAfter = $"{ComeBackIn.TotalSeconds:0}";
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.IntakeBusy, "Too many pushes are being read; send this one again later.");
            return;
        }

        await ReadAsync(context, sender.Value);
    }

    public void Dispose()
    {
        _places.Dispose();
        _placesOfVendors.Dispose();
    }

    private async Task ReadAsync(HttpContext context, VendorModel vendor)
    {
        // The reader below holds the bound. The server's own would cut the connection while the vendor still writes, and the vendor would never see why.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            bound.MaxRequestBodySize = null;
        }

        if (context.Request.ContentLength > _options.MaxBodyBytes)
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestTooLarge, $"The body is longer than {_options.MaxBodyBytes} bytes; nothing was applied.");
            return;
        }

        using var timeout = new CancellationTokenSource(_options.Timeout, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        var receivedAt = _time.GetUtcNow();
        FhirPush push;
        try
        {
            var options = new FhirReadOptions { MaxBytes = _options.MaxBodyBytes, MaxStreamBytes = _options.MaxBodyBytes, MaxEntries = _options.MaxEntries, MaxDepth = _options.MaxDepth };
            push = await FhirPushReader.ReadAsync(context.Request.Body, vendor.Id, receivedAt, options, linked.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestTimeout, $"The body did not arrive within {_options.Timeout.TotalSeconds:0} s; nothing was applied.");
            return;
        }

        if (push.HasErrors)
        {
            var (status, outcome) = PushAnswers.Refused(push);
            _logger.PushRefused(vendor.Id, status, push.Issues.Count, push.Issues.FirstOrDefault(static issue => issue.IsError)?.Rule);
            await FhirResponses.WriteAsync(context, status, outcome);
            return;
        }

        var totals = _applier.Apply(vendor, push, receivedAt);
        _logger.PushApplied(vendor.Id, push.Entries, totals.Snapshots, totals.Added, totals.Removed);
        await FhirResponses.WriteAsync(context, StatusCodes.Status200OK, PushAnswers.Accepted(push, totals));
    }
}
