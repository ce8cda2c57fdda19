using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Tests.Polling;

/// <summary>The same number of targets for every vendor, unless told otherwise.</summary>
internal sealed class FakeDirectory : IDirectory
{
    public Dictionary<string, PullTarget[]> Targets { get; } = [];

    public IReadOnlyList<PullTarget> TargetsOf(string vendorId) => Targets.GetValueOrDefault(vendorId) ?? PollSamples.Targets(3);
}
