using Sas.Interop.NationalLoad.Agendas;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.Benchmarks.Hosting;

/// <summary>Keeps the index changing at the pace of the country: what changes in a minute is applied over that minute, second by second.</summary>
internal sealed class ChurnPump(Country country, IndexFiller filler, TimeProvider time)
{
    private const int StepsAMinute = 60;
    private readonly SnapshotMaker _snapshots = new(country);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1) / StepsAMinute, TimeProvider.System);
        try
        {
            for (var minute = 1; ; minute++)
            {
                var changed = _snapshots.ChangedOwners(minute).ToArray();
                for (var step = 0; step < StepsAMinute; step++)
                {
                    await timer.WaitForNextTickAsync(cancellationToken);
                    Apply(changed, minute, step);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private void Apply(int[] changed, int minute, int step)
    {
        for (var i = changed.Length * step / StepsAMinute; i < changed.Length * (step + 1) / StepsAMinute; i++)
        {
            foreach (var said in _snapshots.Of(country.Owner(changed[i]), minute))
            {
                filler.Apply(said, time.GetUtcNow());
            }
        }
    }
}
