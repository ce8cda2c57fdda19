using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Tests.Polling;

/// <summary>A vendor whose pulls wait for the test, and that notices when it is asked for one owner twice at the same time.</summary>
internal sealed class PatientVendor
{
    private readonly Lock _gate = new();
    private readonly Channel<OpenPull> _begun = Channel.CreateUnbounded<OpenPull>();
    private readonly HashSet<OwnerKey> _underWay = [];
    private int _atOnce;

    /// <summary>Pulls begun in all.</summary>
    public int Pulls { get; private set; }

    public int MostAtOnce { get; private set; }

    public int MostTargets { get; private set; }

    /// <summary>Slots that everybody has in every answer, which then comes at once; null while the test answers.</summary>
    public int? AnswersAtOnce { get; set; }

    public bool Overlapped { get; private set; }

    /// <summary>How many slots each owner had in the last answer that left the vendor.</summary>
    public ConcurrentDictionary<OwnerKey, int> Last { get; } = new();

    public async IAsyncEnumerable<PullResult> PullAsync(PullRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pull = new OpenPull(request);
        Enter(pull);
        try
        {
            _begun.Writer.TryWrite(pull);
            if (AnswersAtOnce is { } slots)
            {
                pull.Answer(slots);
            }

            var reply = await pull.Reply.WaitAsync(cancellationToken);
            foreach (var target in request.Targets)
            {
                var outcome = reply(target);
                if (outcome.IsSuccess)
                {
                    Last[target.Owner] = outcome.Value.Schedules[0].Slots.Count;
                }

                yield return new PullResult(target, outcome);
            }
        }
        finally
        {
            Leave(pull);
        }
    }

    public async Task<OpenPull> NextAsync()
    {
        using var patience = new CancellationTokenSource(PollSamples.Patience);
        return await _begun.Reader.ReadAsync(patience.Token);
    }

    public bool TryNext(out OpenPull? pull) => _begun.Reader.TryRead(out pull);

    private void Enter(OpenPull pull)
    {
        lock (_gate)
        {
            Pulls++;
            MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
            MostTargets = Math.Max(MostTargets, pull.Request.Targets.Count);
            foreach (var owner in pull.Owners)
            {
                Overlapped |= !_underWay.Add(owner);
            }
        }
    }

    private void Leave(OpenPull pull)
    {
        lock (_gate)
        {
            _atOnce--;
            _underWay.ExceptWith(pull.Owners);
        }
    }
}
