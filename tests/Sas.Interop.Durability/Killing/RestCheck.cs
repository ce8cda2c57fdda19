using Sas.Interop.Durability.Tracks;
using Sas.Interop.Durability.World;

namespace Sas.Interop.Durability.Killing;

/// <summary>What must be true once everything has come to rest: at the vendors, and at those who get messages.</summary>
internal sealed class RestCheck(Cast cast, VendorServer vendors, Ledger ledger)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public async Task RunAsync(TimeSpan within)
    {
        var time = TimeProvider.System;
        var since = time.GetTimestamp();
        while (time.GetElapsedTime(since) < within && Missing().Any())
        {
            await Task.Delay(Look, time, CancellationToken.None);
        }

        foreach (var (kind, text) in Missing())
        {
            ledger.Fault(kind, text);
        }

        ledger.Count("message", vendors.Inbox.Received);
        foreach (var disorder in vendors.Inbox.Disorder)
        {
            ledger.Fault(FaultKind.Order, disorder);
        }
    }

    private IEnumerable<(FaultKind Kind, string Text)> Missing()
    {
        var tracks = cast.Players.SelectMany(static player => player.Tracks).ToList();
        foreach (var track in tracks.OfType<AppointmentTrack>().Where(static track => track is { Acknowledged: > 0, Id: not null }))
        {
            var last = vendors.Inbox.Last(track.Id ?? string.Empty);
            if (last < track.Acknowledged)
            {
                yield return (FaultKind.Lost, $"the receiver of messages heard of {track.Id} up to {last} and not of {track.Acknowledged}");
            }
        }

        foreach (var (book, name) in new[] { (vendors.ApiAccounts, Vendors.Api), (vendors.OtherAccounts, Vendors.Accounts) })
        {
            foreach (var track in tracks.OfType<RegulatorTrack>().Where(track => !track.IsDelivered(book.Find(track.Value))))
            {
                yield return (FaultKind.Lost, $"vendor {name} has {book.Find(track.Value)?.Number ?? 0} of account {track.Value} and not {track.Acknowledged}");
            }
        }

        foreach (var hold in vendors.Desk.Open.Where(hold => !cast.IsAcknowledged(hold)))
        {
            yield return (FaultKind.Doubled, $"hold {hold} is at the vendor and did not end");
        }

        var live = vendors.Desk.Live;
        foreach (var orphan in live.Where(appointment => !cast.IsAcknowledged(appointment)))
        {
            yield return (FaultKind.Doubled, $"appointment {orphan} is at the vendor and nobody was told");
        }

        foreach (var lost in cast.Booked.Except(live))
        {
            yield return (FaultKind.Lost, $"appointment {lost} was acknowledged and is not at the vendor");
        }
    }
}
