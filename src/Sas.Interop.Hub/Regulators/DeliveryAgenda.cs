using System.Threading.Channels;

using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Regulators;

/// <summary>What the delivery has to look at beside what is due, and the bell that wakes it. Kept in memory: it is all taken anew at each start.</summary>
internal sealed class DeliveryAgenda : IVendorCatalogListener
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _gate = new();
    private readonly HashSet<string> _newcomers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mended = new(StringComparer.Ordinal);

    public void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Waits for the bell, and no longer than this.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await _rings.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return; // Nobody rang.
        }
    }

    public Task OnChangedAsync(VendorCatalogChange change, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var vendor in change.Added.Concat(change.Changed).Where(static vendor => vendor.Capabilities.HasFlag(VendorCapabilities.Regulators)))
            {
                _newcomers.Add(vendor.Id);
            }

            // What a vendor refused may have been the fault of its settings.
            _mended.UnionWith(change.Changed.Select(static vendor => vendor.Id));
        }

        Ring();
        return Task.CompletedTask;
    }

    /// <summary>Vendors that may lack accounts, and those whose settings were changed, since this was asked last.</summary>
    public (IReadOnlyList<string> Newcomers, IReadOnlyList<string> Mended) Take()
    {
        lock (_gate)
        {
            (IReadOnlyList<string>, IReadOnlyList<string>) taken = ([.. _newcomers], [.. _mended]);
            _newcomers.Clear();
            _mended.Clear();
            return taken;
        }
    }

    /// <summary>It could not be looked at now.</summary>
    public void PutBack((IReadOnlyList<string> Newcomers, IReadOnlyList<string> Mended) taken)
    {
        lock (_gate)
        {
            _newcomers.UnionWith(taken.Newcomers);
            _mended.UnionWith(taken.Mended);
        }
    }
}
