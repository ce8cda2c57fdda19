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

            var reading = new TargetReading(target, place, request.Window);
            await ReadTargetAsync(reading, catalogue, error, cancellationToken);
            foreach (var result in reading.ToResults())
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

    private async ValueTask ReadTargetAsync(TargetReading reading, MapharmaCatalogue? catalogue, HubError? error, CancellationToken cancellationToken)
    {
        if (error is not null)
        {
            // An older copy still leads to the calendars, yet campaigns may have been opened since: nothing is complete.
            reading.Fail(error);
        }

        var agendas = FindAgendas(reading.Target, catalogue);
        if (!agendas.IsSuccess)
        {
            reading.Fail(agendas.Error);
            return;
        }

        foreach (var agenda in agendas.Value)
        {
            var zone = PlaceZone.Resolve(agenda.TimeZone ?? reading.Place.TimeZone, reading.Place.PostalCode ?? agenda.PostalCode);
            if (zone is null)
            {
                reading.Fail(new HubError(HubErrorCode.VendorInvalidValue, "The catalogue or the directory names an unknown time zone."));
                return;
            }

            // The catalogue and the calendar contradict each other at times; a count of none is believed.
            if (!agenda.NothingFree && !await ReadAgendaAsync(reading, agenda, zone, cancellationToken))
            {
                return;
            }
        }
    }

    private async ValueTask<bool> ReadAgendaAsync(TargetReading reading, MapharmaAgenda agenda, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var fallback = TimeSpan.FromMinutes(options.SlotMinutes);
        var question = new MapharmaQuestion(agenda, MapharmaMapper.ToKind(agenda, reading.Target, options), zone, fallback);
        var last = LocalDays.Of(reading.Window.To, zone);
        var whole = new SlotPage { Next = MapharmaMapper.ToHint(agenda.NextFree, zone) };
        HubError? failure = null;
        var day = LocalDays.Of(reading.Window.From, zone);
        for (var page = 0; day <= last && failure is null; page++, day = day.AddDays(DaysPerPage))
        {
            if (page == options.MaxPages)
            {
                reading.CoverBefore(LocalDays.Start(day, zone));
                break;
            }

            var read = await client.ReadCalendarAsync(question, day, cancellationToken);
            failure = read.Error;
            Gather(read.Value, whole);
        }

        // The step of the agenda shows over all its pages, so the ends are set last.
        var timed = AgendaRhythm.Apply(whole.Slots, fallback).ToList();
        whole.Slots.Clear();
        whole.Slots.AddRange(timed);
        reading.Add(whole);
        if (failure is not null)
        {
            reading.Fail(failure);
        }

        return failure is null;
    }

    private static void Gather(SlotPage? page, SlotPage whole)
    {
        if (page is null)
        {
            return;
        }

        whole.Slots.AddRange(page.Slots);
        whole.Reserved += page.Reserved;
        whole.Unreadable += page.Unreadable;
        whole.Next = page.Next < whole.Next || whole.Next is null ? page.Next ?? whole.Next : whole.Next;
        whole.MadeAt = page.MadeAt < whole.MadeAt || whole.MadeAt is null ? page.MadeAt ?? whole.MadeAt : whole.MadeAt;
    }

    private static Outcome<MapharmaAgenda[]> FindAgendas(PullTarget target, MapharmaCatalogue? catalogue)
    {
        var (campaign, option) = (target.Key("campaign"), target.Key("option"));
        if (target.Key("pharmacy") is null && (campaign is null || option is null))
        {
            return DirectoryKeys.Missing("'pharmacy', nor 'campaign' with 'option'");
        }

        if (catalogue is null)
        {
            // Without a catalogue the calendar can still be asked for an agenda that the directory names in full.
            return campaign is not null && option is not null ? new[] { new MapharmaAgenda(campaign, option) } : Array.Empty<MapharmaAgenda>();
        }

        if (catalogue.Find(target) is { Length: > 0 } found)
        {
            return found;
        }

        return catalogue.Unreadable > 0
            ? new HubError(HubErrorCode.VendorInvalidValue, "The catalogue does not list what the directory names, and holds entries that cannot be read.")
            : new HubError(HubErrorCode.VendorUnknownTarget, "The catalogue does not list what the directory names.");
    }
}
