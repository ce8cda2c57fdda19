using System.Threading.Channels;

using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Appointments.Slots;

/// <summary>Has vendors pulled again after an appointment gave its slot back. Answers never wait for it, and a hint that is lost costs the time to the next poll.</summary>
internal sealed class RefreshHints(IOwnerRefresher refresher, IOptions<AppointmentsOptions> options, ILogger<RefreshHints> logger) : BackgroundService
{
    private const int MostWaiting = 1_024;
    private const int OwnersOfOnePull = 25;

    private readonly Channel<OwnerKey> _owners = Channel.CreateBounded<OwnerKey>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    public void Add(OwnerKey owner)
    {
        if (!_owners.Writer.TryWrite(owner))
        {
            logger.AppointmentHintDropped(owner.ToString());
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var together = new HashSet<OwnerKey>();
        while (await _owners.Reader.WaitToReadAsync(stoppingToken))
        {
            together.Clear();
            while (together.Count < OwnersOfOnePull && _owners.Reader.TryRead(out var owner))
            {
                together.Add(owner);
            }

            await refresher.RefreshAsync([.. together], TimeSpan.Zero, options.Value.RefreshWithin, stoppingToken);
        }
    }
}
