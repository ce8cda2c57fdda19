using System.Collections.Concurrent;

using Sas.Interop.Hub.Outbox;
using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Tests.Outbox;

/// <summary>A receiver as a test plays it. It remembers what came, and whether two of one stream came at once.</summary>
internal sealed class PlayedChannel(Func<OutboxLetter, int, CancellationToken, Task<DeliveryVerdict>> play) : IOutboxChannel
{
    private readonly ConcurrentDictionary<string, int> _open = new();
    private readonly ConcurrentDictionary<(string, int), int> _attempts = new();

    public string Kind => "played";

    public IReadOnlyList<string> Carries { get; } = [OutboxKinds.Appointment];

    public bool Signs => false;

    public bool SkipsOvertaken { get; init; }

    public ConcurrentQueue<(string Stream, int Number)> Arrived { get; } = new();

    public ConcurrentQueue<(string Stream, int Number)> Tried { get; } = new();

    public bool Overlapped { get; private set; }

    public async Task<DeliveryVerdict> SendAsync(OutboxDestination destination, OutboxLetter letter, CancellationToken cancellationToken)
    {
        if (_open.AddOrUpdate(letter.Stream, 1, static (_, open) => open + 1) > 1)
        {
            Overlapped = true;
        }

        try
        {
            Tried.Enqueue((letter.Stream, letter.Number));
            var verdict = await play(letter, _attempts.AddOrUpdate((letter.Stream, letter.Number), 1, static (_, count) => count + 1), cancellationToken);
            if (verdict.End == DeliveryEnd.Delivered)
            {
                Arrived.Enqueue((letter.Stream, letter.Number));
            }

            return verdict;
        }
        finally
        {
            _open.AddOrUpdate(letter.Stream, 0, static (_, open) => open - 1);
        }
    }
}
