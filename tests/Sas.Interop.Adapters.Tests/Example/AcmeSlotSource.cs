using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Tests.Example;

/// <summary>Pulls the free slots of one agenda a call.</summary>
internal sealed class AcmeSlotSource(VendorContext context, AcmeOptions options) : IVendorAdapter, ISlotSource
{
    public const string AgendaKey = "agenda";

    public const string TokenSecret = "token";

    private readonly VendorHttp _http = new(
        context, VendorHeaders.WithSecret(context, TokenSecret, static token => new("Authorization", $"Bearer {token}"), VendorHeaders.AcceptJson));

    public string Dialect => AcmeAdapterFactory.Name;

    public int TargetsPerPull => 25;

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    public IAsyncEnumerable<PullResult> PullAsync(PullRequest request, CancellationToken cancellationToken) =>
        TargetLoop.RunAsync(request, PullTargetAsync, cancellationToken);

    private async ValueTask<IReadOnlyList<PullResult>> PullTargetAsync(PullTarget target, TimeWindow window, CancellationToken cancellationToken)
    {
        var agenda = target.PathKey(AgendaKey);
        var where = DirectoryKeys.PlaceOf(target);
        if ((agenda.Error ?? where.Error) is { } lack)
        {
            return [new PullResult(target, lack)];
        }

        var (place, zone) = where.Value;
        var days = DayWindow.Of(window, zone);
        var path = $"agendas/{Uri.EscapeDataString(agenda.Value!)}/slots"; // No error, hence a key.
        var query = $"from={DayWindow.Text(days.First)}&to={DayWindow.Text(days.Last)}&channel={Uri.EscapeDataString(options.Channel)}";
        var page = await _http.CallAsync(
            VendorCall.Get(VendorAddress.Below(context.BaseUrl, $"{path}?{query}")),
            (answer, token) => AcmePage.ReadAsync(answer, zone, token),
            cancellationToken);

        var harvest = new SlotHarvest(target, place, window);
        if (page.Value is { } read)
        {
            Gather(read, target, harvest);
        }
        else if (page.Error is { } error)
        {
            harvest.Fail(error);
        }

        return harvest.ToResults();
    }

    private void Gather(AcmePage page, PullTarget target, SlotHarvest harvest)
    {
        harvest.Count(page.Tally);
        harvest.Made(page.MadeAt);
        foreach (var reason in page.Items.GroupBy(static item => item.Reason, static item => item.Time))
        {
            // One kind for all slots of a reason, so that the index renders their common part once.
            var kind = new SlotKind
            {
                Types = target.DefaultTypes,
                Consultations = ConsultationTypes.Ambulatory,
                Mode = BookingMode.Routine,
                Reasons = string.IsNullOrWhiteSpace(reason.Key) ? [] : [reason.Key.Trim()],
                BookingUrl = target.BookingUrl,
            };
            harvest.Add([.. reason], kind, TimeSpan.FromMinutes(options.SlotMinutes));
        }
    }
}
