using System.Threading.Channels;

namespace Sas.Interop.Hub.Persistence.Outbox;

/// <summary>Tells the delivery that a change with messages was committed. A ring that nobody hears is no loss: the delivery also looks by itself.</summary>
internal sealed class OutboxBell
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rings.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken cancellationToken) => await _rings.Reader.ReadAsync(cancellationToken);
}
