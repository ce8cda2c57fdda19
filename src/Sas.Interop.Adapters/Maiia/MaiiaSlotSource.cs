using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Maiia;

/// <summary>Reads the reasons of a center, then the slots of each over the whole window.</summary>
internal sealed class MaiiaSlotSource(VendorContext context, MaiiaOptions options) : IVendorAdapter, ISlotSource
{
    private readonly VendorHttp _http = new(context, VendorHeaders.WithToken(context));
    private readonly MaiiaCalls _calls = new(context.BaseUrl, options);

    public string Dialect => MaiiaAdapterFactory.DialectName;

    public int TargetsPerPull => 10;

    public IAsyncEnumerable<PullResult> PullAsync(PullRequest request, CancellationToken cancellationToken) =>
        TargetLoop.RunAsync(request, PullTargetAsync, cancellationToken);

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    private async ValueTask<IReadOnlyList<PullResult>> PullTargetAsync(PullTarget target, TimeWindow window, CancellationToken cancellationToken)
    {
        if (target.Key("center") is not { } center)
        {
            return [new PullResult(target, DirectoryKeys.Missing("center"))];
        }

        var located = DirectoryKeys.PlaceOf(target);
        if (!located.IsSuccess)
        {
            return [new PullResult(target, located.Error)];
        }

        var catalogue = new MaiiaList<MaiiaReason>(_http, options.PageSize, options.MaxPages);
        if (await catalogue.ReadAsync(page => _calls.Reasons(center, page), MaiiaReasonReader.ReadAsync, cancellationToken) is { } error)
        {
            return [new PullResult(target, error)];
        }

        var (place, zone) = located.Value;
        var keys = new MaiiaTarget(center, target.Key("practitioner"));
        var asking = new Asking(target, keys, zone, window, MaiiaMapper.Link(target, keys, options.PublicBaseUrl), new SlotHarvest(target, place, window));
        var reasons = MaiiaMapper.Choose(catalogue.Pages.SelectMany(static page => page.Items), target.KeyList("reasons"), options);
        if (!catalogue.Complete || reasons.Count > options.MaxReasons)
        {
            asking.Harvest.LeavePartial();
        }

        foreach (var reason in reasons.Take(options.MaxReasons))
        {
            await AskReasonAsync(asking, reason, cancellationToken);
            if (asking.Harvest.IsHopeless)
            {
                break;
            }
        }

        return asking.Harvest.ToResults();
    }

    private async ValueTask AskReasonAsync(Asking asking, MaiiaReason reason, CancellationToken cancellationToken)
    {
        if (await AskSlotsAsync(asking, reason, asking.Window, cancellationToken) || asking.Harvest.Error is not null || !options.AskNextDate)
        {
            return;
        }

        var next = await _http.CallAsync(
            _calls.Next(asking.Keys, reason, asking.Window.From),
            (answer, token) => MaiiaNextReader.ReadAsync(answer, asking.Zone, token),
            cancellationToken);
        if (!next.IsSuccess)
        {
            asking.Harvest.Fail(next.Error);
            return;
        }

        asking.Harvest.Hint(next.Value.At);
        if (next.Value.At is { } at && at > asking.Window.From && at <= asking.Window.To)
        {
            await AskSlotsAsync(asking, reason, asking.Window with { From = at }, cancellationToken);
        }
    }

    /// <returns>Whether the vendor listed anything.</returns>
    private async ValueTask<bool> AskSlotsAsync(Asking asking, MaiiaReason reason, TimeWindow window, CancellationToken cancellationToken)
    {
        var reader = new MaiiaSlotReader(asking.Zone, MaiiaMapper.ComparableCenter(asking.Keys.Center), asking.Keys.Practitioner);
        var list = new MaiiaList<MaiiaSlot>(_http, options.PageSize, options.MaxPages);
        var error = await list.ReadAsync(page => _calls.Slots(asking.Keys, reason, window, page), reader.ReadAsync, cancellationToken);
        Gather(asking, MaiiaMapper.Kind(asking.Target, reason, asking.Link), list.Pages);
        if (error is not null)
        {
            asking.Harvest.Fail(error);
        }
        else if (!list.Complete)
        {
            asking.Harvest.LeavePartial();
        }

        return list.Pages.Any(static page => page.Count > 0);
    }

    /// <summary>The same time comes back for every reason of one agenda: one slot for each practitioner and start (VENDORS §5, "Quirks").</summary>
    private void Gather(Asking asking, SlotKind kind, IReadOnlyList<MaiiaPage<MaiiaSlot>> pages)
    {
        var length = TimeSpan.FromMinutes(options.SlotMinutes);
        foreach (var page in pages)
        {
            asking.Harvest.Count(page.Tally);
            asking.Harvest.Made(page.MadeAt);
        }

        var byPractitioner = new Dictionary<string, (string Key, List<ListedSlot> Times)>(StringComparer.OrdinalIgnoreCase);
        var (practitioner, of) = (default(string), (Key: string.Empty, Times: new List<ListedSlot>()));
        foreach (var slot in pages.SelectMany(static page => page.Items))
        {
            if (!ReferenceEquals(slot.Practitioner, practitioner))
            {
                practitioner = slot.Practitioner;
                if (!byPractitioner.TryGetValue(practitioner, out of))
                {
                    of = (practitioner, []);
                    byPractitioner.Add(practitioner, of);
                }
            }

            of.Times.Add(new ListedSlot(slot.Start, slot.End, of.Key));
        }

        foreach (var (name, times) in byPractitioner.Values)
        {
            asking.Harvest.Add(times, kind, length, asking.Keys.Practitioner is null && name.Length > 0 ? name : null);
        }
    }

    private sealed record Asking(PullTarget Target, MaiiaTarget Keys, TimeZoneInfo Zone, TimeWindow Window, Uri? Link, SlotHarvest Harvest);
}
