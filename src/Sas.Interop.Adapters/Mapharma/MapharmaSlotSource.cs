using System.Runtime.CompilerServices;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Mapharma;

/// <summary>The national catalogue, then the calendar pages of each campaign of a pharmacy.</summary>
internal sealed class MapharmaSlotSource(MapharmaClient client, MapharmaCatalogueKeeper keeper, MapharmaOptions options) : IVendorAdapter, ISlotSource
{
    // An answer speaks for seven days; advancing by six reads the last day twice, whole.
    private const int DaysPerPage = 6;

    public string Dialect => MapharmaAdapterFactory.Name;

    public int TargetsPerPull => 25;

    public async IAsyncEnumerable<PullResult> PullAsync(PullRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (catalogue, error) = await keeper.GetAsync(cancellationToken);
        foreach (var target in request.Targets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (target.Place is not { } place)
            {
                yield return new PullResult(target, DirectoryKeys.Missing("place"));
                continue;
            }

            var harvest = new SlotHarvest(target, place, request.Window);
            if (error is not null)
            {
                // An older copy still leads to the calendars, yet campaigns may have been opened since: nothing is complete.
                harvest.Fail(error);
            }

            await ReadAsync(new MapharmaVisit(target, place, request.Window, catalogue), harvest, cancellationToken);
            foreach (var result in harvest.ToResults())
            {
                yield return result;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        keeper.Dispose();
        await client.DisposeAsync();
    }

    private async ValueTask ReadAsync(MapharmaVisit visit, SlotHarvest harvest, CancellationToken cancellationToken)
    {
        var agendas = visit.FindAgendas();
        if (!agendas.IsSuccess)
        {
            harvest.Fail(agendas.Error);
            return;
        }

        foreach (var agenda in agendas.Value)
        {
            if (visit.ZoneOf(agenda) is not { } zone)
            {
                harvest.Fail(new HubError(HubErrorCode.VendorInvalidValue, "The catalogue or the directory names an unknown time zone."));
                return;
            }

            // The catalogue and the calendar contradict each other at times; a count of none is believed.
            if (!agenda.NothingFree && await ReadAgendaAsync(agenda, DayWindow.Of(visit.Window, zone), visit, harvest, cancellationToken) is { } error)
            {
                harvest.Fail(error);
                return;
            }
        }
    }

    /// <returns>The failure that ended the pages, or null.</returns>
    private async ValueTask<HubError?> ReadAgendaAsync(
        MapharmaAgenda agenda,
        DayWindow days,
        MapharmaVisit visit,
        SlotHarvest harvest,
        CancellationToken cancellationToken)
    {
        var times = new List<ListedSlot>();
        HubError? error = null;
        var day = days.First;
        for (var page = 0; day <= days.Last && error is null; page++, day = day.AddDays(DaysPerPage))
        {
            if (page == options.MaxPages)
            {
                harvest.CoverTo(days.EndOf(day.AddDays(-1)));
                break;
            }

            var read = await client.ReadCalendarAsync(agenda, day, days.Zone, cancellationToken);
            error = read.Error;
            read.Value?.TellInto(harvest);
            times.AddRange(read.Value?.Times ?? []);
        }

        // The ends show over all pages: the next time may be on the next one.
        harvest.Add(times, MapharmaMapper.ToKind(agenda, visit.Target, options), TimeSpan.FromMinutes(options.SlotMinutes));
        harvest.Hint(MapharmaMapper.ToHint(agenda.NextFree, days.Zone));
        return error;
    }
}
