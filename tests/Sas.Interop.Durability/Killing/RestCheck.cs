using Sas.Interop.Durability.Tracks;
using Sas.Interop.Durability.Wire;
using Sas.Interop.Durability.World;

namespace Sas.Interop.Durability.Killing;

/// <summary>What must be true once everything has come to rest: at the vendors, and at those who get messages.</summary>
internal sealed class RestCheck(HubCalls hub, Cast cast, VendorServer vendors, Ledger ledger)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public async Task RunAsync(TimeSpan within)
    {
        var time = TimeProvider.System;
        var since = time.GetTimestamp();
        var missing = await MissingAsync();
        while (time.GetElapsedTime(since) < within && missing.Count > 0)
        {
            await Task.Delay(Look, time, CancellationToken.None);
            missing = await MissingAsync();
        }

        foreach (var (kind, text) in missing)
        {
            ledger.Fault(kind, text);
        }

        ledger.Count("message", vendors.Inbox.Received);
        foreach (var disorder in vendors.Inbox.Disorder)
        {
            ledger.Fault(FaultKind.Order, disorder);
        }
    }

    private async Task<IReadOnlyList<(FaultKind Kind, string Text)>> MissingAsync() => [.. Messages(), .. await AccountsAsync(), .. Appointments()];

    private IEnumerable<(FaultKind Kind, string Text)> Messages()
    {
        foreach (var track in Tracks<AppointmentTrack>().Where(static track => track is { Acknowledged: > 0, Id: not null }))
        {
            var last = vendors.Inbox.Last(track.Id ?? string.Empty);
            if (last < track.Acknowledged)
            {
                yield return (FaultKind.Lost, $"the receiver of messages heard of {track.Id} up to {last} and not of {track.Acknowledged}");
            }
        }
    }

    private async Task<IReadOnlyList<(FaultKind Kind, string Text)>> AccountsAsync()
    {
        var missing = new List<(FaultKind, string)>();
        foreach (var (book, name) in new[] { (vendors.ApiAccounts, Vendors.Api), (vendors.OtherAccounts, Vendors.Accounts) })
        {
            foreach (var track in Tracks<RegulatorTrack>())
            {
                var told = book.Find(track.Value);
                if (!track.IsDelivered(told) && !(told is null && await IsNotNeededAsync(track, name)))
                {
                    missing.Add((FaultKind.Lost, $"vendor {name} has {told?.Number ?? 0} of account {track.Value} and not {track.Acknowledged}"));
                }
            }
        }

        return missing;
    }

    /// <summary>Whether an account was withdrawn before the vendor ever had it, by the hub's own word: such a vendor is told nothing.</summary>
    private async Task<bool> IsNotNeededAsync(RegulatorTrack track, string vendor)
    {
        if (track.IsActive || track.Id is null)
        {
            return false;
        }

        var reply = await hub.SendAsync(Call.Get($"v1/regulators/{track.Id}/deliveries"));
        return reply.Status == 200 && reply.Json.GetProperty("deliveries").EnumerateArray().Any(
            delivery => delivery.GetProperty("vendor").ValueEquals(vendor) && delivery.GetProperty("state").ValueEquals("notNeeded"));
    }

    private IEnumerable<(FaultKind Kind, string Text)> Appointments()
    {
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

    private IEnumerable<T> Tracks<T>() => cast.Players.SelectMany(static player => player.Tracks).OfType<T>();
}
