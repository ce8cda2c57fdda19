using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Doctolib;

/// <summary>Reads a profile, then asks each of its motives by pages of days.</summary>
internal sealed class DoctolibSlotSource(VendorContext context, DoctolibOptions options) : IVendorAdapter, ISlotSource
{
    private readonly VendorHttp _http = new(context, VendorHeaders.WithToken(context));
    private readonly DoctolibCalls _calls = new(context.BaseUrl, options);
    private readonly DoctolibPlanner _planner = new(options);

    public string Dialect => DoctolibAdapterFactory.DialectName;

    public int TargetsPerPull => 10;

    public IAsyncEnumerable<PullResult> PullAsync(PullRequest request, CancellationToken cancellationToken) =>
        TargetLoop.RunAsync(request, PullTargetAsync, cancellationToken);

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    private async ValueTask<IReadOnlyList<PullResult>> PullTargetAsync(PullTarget target, TimeWindow window, CancellationToken cancellationToken)
    {
        var slug = target.PathKey("profile");
        if (!slug.IsSuccess)
        {
            return [new PullResult(target, slug.Error)];
        }

        var located = DirectoryKeys.PlaceOf(target);
        if (!located.IsSuccess)
        {
            return [new PullResult(target, located.Error)];
        }

        var read = await _http.CallAsync(_calls.Profile(slug.Value), DoctolibProfileReader.ReadAsync, cancellationToken);
        if (!read.IsSuccess)
        {
            return [new PullResult(target, read.Error)];
        }

        var planned = _planner.Plan(target, read.Value);
        if (!planned.IsSuccess)
        {
            return [new PullResult(target, planned.Error)];
        }

        var (place, zone) = located.Value;
        var harvest = new SlotHarvest(target, place, window);
        if (planned.Value.TelephoneOnly)
        {
            return harvest.ToTelephoneOnly();
        }

        var link = DoctolibDeepLink.Build(options.PublicBaseUrl, target, read.Value, planned.Value);
        var asking = new Asking(target, planned.Value, DayWindow.Of(window, zone), link, harvest);
        await AskMotivesAsync(asking, cancellationToken);
        return harvest.ToResults();
    }

    private async ValueTask AskMotivesAsync(Asking asking, CancellationToken cancellationToken)
    {
        foreach (var request in asking.Plan.Requests.Take(options.MaxMotives))
        {
            await AskPagesAsync(asking, request, cancellationToken);
            if (asking.Harvest.IsHopeless)
            {
                return;
            }
        }

        if (asking.Plan.Requests.Count > options.MaxMotives)
        {
            asking.Harvest.LeavePartial();
        }
    }

    private async ValueTask AskPagesAsync(Asking asking, DoctolibMotiveRequest request, CancellationToken cancellationToken)
    {
        var (days, harvest) = (asking.Days, asking.Harvest);
        var kind = DoctolibMapper.Kind(asking.Target, request, asking.Link, options.Telehealth == true);
        var onlyAgenda = request.Agendas.Count == 1 ? request.Agendas[0] : null;
        var day = days.First;
        for (var pages = 0; day <= days.Last; pages++)
        {
            if (pages == options.MaxPages)
            {
                harvest.CoverTo(days.EndOf(day.AddDays(-1)));
                return;
            }

            var asked = days.CountFrom(day, options.DaysPerRequest);
            var read = await _http.CallAsync(
                _calls.Availabilities(asking.Plan, request, day, asked),
                (answer, token) => DoctolibPageReader.ReadAsync(answer, days.Zone, onlyAgenda, token),
                cancellationToken);
            if (!read.IsSuccess)
            {
                harvest.Fail(read.Error);
                return;
            }

            Gather(asking, request, kind, read.Value);
            day = NextDay(read.Value, days, day, asked);
        }
    }

    private void Gather(Asking asking, DoctolibMotiveRequest request, SlotKind kind, DoctolibPage page)
    {
        asking.Harvest.Add(DoctolibMapper.Own(asking.Target, asking.Plan, request, page), kind, TimeSpan.FromMinutes(options.SlotMinutes));
        page.Page.TellInto(asking.Harvest);
    }

    /// <summary>After an empty answer the vendor's next date is the next day to ask; otherwise the day after the last one served.</summary>
    private static DateOnly NextDay(DoctolibPage page, DayWindow days, DateOnly day, int asked)
    {
        var following = ServedDays.Last(day, asked, page.Page.Days).AddDays(1);
        if (page.Times.Count > 0 || page.Page.Next is not { } next)
        {
            return following;
        }

        // Days that the answer names are empty; days that it does not name may hold the hinted time.
        var hinted = DayWindow.DayOf(next, days.Zone);
        return hinted > following || (hinted > day && !page.Page.Days.Contains(day)) ? hinted : following;
    }

    private sealed record Asking(PullTarget Target, DoctolibPlan Plan, DayWindow Days, Uri? Link, SlotHarvest Harvest);
}
