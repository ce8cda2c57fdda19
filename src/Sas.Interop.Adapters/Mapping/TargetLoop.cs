using System.Runtime.CompilerServices;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>The pull of a vendor that is asked for one target after the other.</summary>
internal static class TargetLoop
{
    /// <param name="request">The targets and the starts asked for.</param>
    /// <param name="read">Reads one target.</param>
    /// <param name="cancellationToken">Ends the pull.</param>
    public static async IAsyncEnumerable<PullResult> RunAsync(
        PullRequest request,
        Func<PullTarget, TimeWindow, CancellationToken, ValueTask<IReadOnlyList<PullResult>>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var target in request.Targets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var result in await read(target, request.Window, cancellationToken))
            {
                yield return result;
            }
        }
    }
}
