using System.Runtime.CompilerServices;

using Sas.Interop.Adapters.FhirStandard.Booking;
using Sas.Interop.Adapters.FhirStandard.CareRequests;
using Sas.Interop.Adapters.FhirStandard.Push;
using Sas.Interop.Adapters.FhirStandard.Regulators;
using Sas.Interop.Adapters.Http;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>
/// A vendor that follows the national contract: asked for slots by INT_R01, INT_R04 or the SOS Médecins search, and able to push Bundles. Each other thing that it can do
/// has a class of its own, over the same connections and limits.
/// </summary>
internal sealed class FhirStandardAdapter : ISlotSource, ISlotPushParser, IBookingGateway, ICareRequestDesk, IRegulatorDirectory, IVendorAdapter
{
    /// <summary>Name of the optional secret that is sent as the <c>Authorization</c> header.</summary>
    public const string AuthorizationSecret = "authorization";

    private const int MaxTextBytes = 64 * 1024;
    private readonly VendorContext _context;
    private readonly FhirStandardOptions _options;
    private readonly VendorHttp _http;
    private readonly FhirSearch _search;
    private readonly BookingCalls _bookings;
    private readonly CareRequestDesk _careRequests;
    private readonly RegulatorCalls _regulators;

    public FhirStandardAdapter(VendorContext context, FhirStandardOptions options)
    {
        _context = context;
        _options = options;
        _http = new VendorHttp(context, Headers(context, options));

        // The transport bounds the answer in bytes; one more here, so that it is the transport's own bound that speaks.
        var bounds = FhirReadOptions.Default with { MaxStreamBytes = context.Limits.MaxBodyBytes + 1, MaxStringLength = MaxTextBytes };
        _search = new FhirSearch(_http, options, bounds, context.Time);
        _bookings = new BookingCalls(_http, context.BaseUrl);
        _careRequests = new CareRequestDesk(_http, context.BaseUrl, options);
        _regulators = new RegulatorCalls(_http, context.BaseUrl);
    }

    public string Dialect => FhirStandardAdapterFactory.DialectName;

    public int TargetsPerPull => FhirQueries.PractitionersPerCall;

    public async IAsyncEnumerable<PullResult> PullAsync(PullRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var batch in PullBatch.Split(request.Targets))
        {
            var uri = batch.Kind == OwnerKind.Association
                ? FhirQueries.Schedules(_context.BaseUrl, batch.Owners, request.Window, _options)
                : FhirQueries.Slots(_context.BaseUrl, batch.Owners, request.Window, _options);
            var search = await _search.RunAsync(uri, cancellationToken);
            foreach (var result in PullAssembler.Assemble(_context.VendorId, batch, request.Window, search))
            {
                yield return result;
            }
        }
    }

    public async IAsyncEnumerable<Outcome<Snapshot>> ParseAsync(
        Stream utf8, DateTimeOffset receivedAt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var push = await FhirPushReader.ReadAsync(utf8, _context.VendorId, receivedAt, FhirReadOptions.Default, cancellationToken);
        if (PushErrors.Of(push) is { } error)
        {
            yield return error;
            yield break;
        }

        foreach (var snapshot in push.Snapshots)
        {
            yield return snapshot;
        }
    }

    public ValueTask<Outcome<BookingHold>> HoldAsync(BookingRequest request, CancellationToken cancellationToken) => _bookings.HoldAsync(request, cancellationToken);

    public ValueTask<Outcome<BookedAppointment>> BookAsync(BookingHold hold, CancellationToken cancellationToken) => _bookings.BookAsync(hold, cancellationToken);

    public ValueTask<Outcome<bool>> CancelAsync(string vendorReference, CancellationToken cancellationToken) => _bookings.CancelAsync(vendorReference, cancellationToken);

    public ValueTask<Outcome<bool>> IsEquippedAsync(OwnerKey owner, CancellationToken cancellationToken) => _careRequests.IsEquippedAsync(owner, cancellationToken);

    public ValueTask<Outcome<Uri>> CreateLinkAsync(CareRequest request, CancellationToken cancellationToken) => _careRequests.CreateLinkAsync(request, cancellationToken);

    public ValueTask<Outcome<bool>> CreateAsync(RegulatorAccount account, CancellationToken cancellationToken) => _regulators.CreateAsync(account, cancellationToken);

    public ValueTask<Outcome<bool>> UpdateAsync(string system, string value, RegulatorAccount account, CancellationToken cancellationToken) =>
        _regulators.UpdateAsync(new RegulatorKey(system, value), account, cancellationToken);

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    private static List<KeyValuePair<string, string>> Headers(VendorContext context, FhirStandardOptions options)
    {
        List<KeyValuePair<string, string>> headers = [new("Accept", options.Accept)];
        if (context.Secrets.TryGetValue(AuthorizationSecret, out var authorization))
        {
            headers.Add(new KeyValuePair<string, string>("Authorization", authorization));
        }

        return headers;
    }
}
