using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Keldoc;

/// <summary>Finds the motives of a target, then asks the timetable of each by overlapping pages of days.</summary>
internal sealed class KeldocSlotSource : IVendorAdapter, ISlotSource
{
    private readonly VendorContext _context;
    private readonly KeldocOptions _options;
    private readonly VendorHttp _http;
    private readonly KeldocCalls _calls;
    private readonly KeldocCatalogue _catalogue;

    public KeldocSlotSource(VendorContext context, KeldocOptions options)
    {
        _context = context;
        _options = options;
        _http = new VendorHttp(context, VendorHeaders.WithToken(context), options.TimetableBaseUrl is { } timetables ? [timetables] : []);
        _calls = new KeldocCalls(context.BaseUrl, options);
        _catalogue = new KeldocCatalogue(_http, _calls);
    }

    public string Dialect => KeldocAdapterFactory.DialectName;

    public int TargetsPerPull => 5;

    public IAsyncEnumerable<PullResult> PullAsync(PullRequest request, CancellationToken cancellationToken) =>
        TargetLoop.RunAsync(request, PullTargetAsync, cancellationToken);

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    private async ValueTask<IReadOnlyList<PullResult>> PullTargetAsync(PullTarget target, TimeWindow window, CancellationToken cancellationToken)
    {
        var started = _context.Time.GetTimestamp();
        var keys = KeldocTarget.Of(target);
        if (!keys.IsSuccess)
        {
            return [new PullResult(target, keys.Error)];
        }

        var located = DirectoryKeys.PlaceOf(target);
        if (!located.IsSuccess)
        {
            return [new PullResult(target, located.Error)];
        }

        var (place, zone) = located.Value;
        var requests = await _catalogue.ReadAsync(target, keys.Value, place, cancellationToken);
        if (!requests.IsSuccess)
        {
            return [new PullResult(target, requests.Error)];
        }

        var harvest = new SlotHarvest(target, place, window);
        var asking = new Asking(target, keys.Value, DayWindow.Of(window, zone), harvest, started);
        var telephone = 0;
        foreach (var request in requests.Value.Take(_options.MaxMotives))
        {
            telephone += await AskPagesAsync(asking, request, cancellationToken) ? 1 : 0;
            if (harvest.IsHopeless)
            {
                break;
            }
        }

        if (requests.Value.Count > _options.MaxMotives)
        {
            harvest.LeavePartial();
        }

        return harvest.Error is null && telephone > 0 && telephone == requests.Value.Count ? harvest.ToTelephoneOnly() : harvest.ToResults();
    }

    /// <returns>Whether the motive is booked by telephone only.</returns>
    private async ValueTask<bool> AskPagesAsync(Asking asking, KeldocMotiveRequest request, CancellationToken cancellationToken)
    {
        var (days, harvest) = (asking.Days, asking.Harvest);
        var kind = KeldocMapper.Kind(asking.Target, asking.Keys, request, _options.PublicBaseUrl);
        var day = days.First;
        for (var pages = 0; day <= days.Last; pages++)
        {
            if (pages == _options.MaxPages)
            {
                harvest.CoverTo(days.EndOf(day.AddDays(-1)));
                return false;
            }

            if (_context.Time.GetElapsedTime(asking.Started) >= _options.TargetTimeout)
            {
                harvest.Fail(new HubError(HubErrorCode.VendorTimeout, $"The calls of one target took longer than {_options.TargetTimeout.TotalSeconds:0} s."));
                return false;
            }

            var asked = days.CountFrom(day, _options.DaysPerRequest);
            var read = await _http.CallAsync(
                _calls.Timetable(request, day, day.AddDays(asked - 1)),
                (answer, token) => KeldocTimetableReader.ReadAsync(answer, days.Zone, token),
                cancellationToken);
            if (!read.IsSuccess)
            {
                harvest.Fail(read.Error);
                return false;
            }

            Gather(asking, request, kind, read.Value.Page);
            if (read.Value.IsTelephoneOnly || read.Value.IsNothing)
            {
                return read.Value.IsTelephoneOnly && pages == 0;
            }

            day = NextDay(read.Value.Page, days, day, asked);
        }

        return false;
    }

    private void Gather(Asking asking, KeldocMotiveRequest request, SlotKind kind, SlotPage page)
    {
        // Slots of an agenda that was not asked for are another's when the directory names the target's agendas.
        var someAgendas = asking.Target.KeyList("agendas") is not null;
        var own = someAgendas ? page.Times.FindAll(slot => slot.Agenda is null || request.Agendas.Contains(slot.Agenda)) : page.Times;
        page.Orphans = page.Times.Count - own.Count;
        asking.Harvest.Add(own, kind, TimeSpan.FromMinutes(_options.SlotMinutes));
        page.TellInto(asking.Harvest);
    }

    /// <summary>
    /// The next page begins with the last day served, so that a day cut by the server is read whole; after an empty answer with a date it begins there.
    /// </summary>
    private static DateOnly NextDay(SlotPage page, DayWindow days, DateOnly day, int asked)
    {
        var served = ServedDays.Last(day, asked, page.Days);
        if (page.Times.Count == 0 && page.Next is { } next)
        {
            // Days that the answer names are empty; days that it does not name may hold the hinted time.
            var hinted = DayWindow.DayOf(next, days.Zone);
            if (hinted > served || (hinted > day && !page.Days.Contains(day)))
            {
                return hinted;
            }
        }

        return served >= days.Last ? days.Last.AddDays(1) : served > day ? served : day.AddDays(1);
    }

    private sealed record Asking(PullTarget Target, KeldocTarget Keys, DayWindow Days, SlotHarvest Harvest, long Started);
}
