using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Polling;

/// <summary>What the polls of every vendor share; nothing in it can be used up by one of them.</summary>
internal sealed class PollSurroundings(
    IAvailabilityWriter writer,
    PollObserver observer,
    IDirectoryLookup directory,
    TimeProvider time,
    PollRandomness randomness,
    IOptions<PollingSettings> settings)
{
    public IAvailabilityWriter Writer => writer;

    public PollObserver Observer => observer;

    public IDirectoryLookup Directory => directory;

    public TimeProvider Time => time;

    public PollRandomness Randomness => randomness;

    public PollingSettings Settings => settings.Value;
}
