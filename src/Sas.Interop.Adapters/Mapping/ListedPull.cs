using System.Runtime.CompilerServices;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>The pull of a vendor with a national list: the keys first, then the list once, then one target after the other.</summary>
/// <typeparam name="TList">What the list gives.</typeparam>
/// <param name="key">The directory's key that holds the id, which becomes part of an address.</param>
/// <param name="sameId">When two ids are one to the vendor.</param>
/// <param name="readList">Reads what the list says of these ids.</param>
internal sealed class ListedPull<TList>(
    string key,
    StringComparer sameId,
    Func<HashSet<string>, TimeWindow, CancellationToken, ValueTask<Outcome<TList>>> readList)
{
    public async IAsyncEnumerable<PullResult> RunAsync(
        PullRequest request,
        Func<ListedTarget<TList>, CancellationToken, ValueTask<IReadOnlyList<Outcome<Snapshot>>>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var asked = request.Targets.Select(target => (Target: target, Id: target.PathKey(key))).ToList();
        var ids = asked.Select(static pair => pair.Id.Value).OfType<string>().ToHashSet(sameId);

        // Without any usable key the list is not asked: every target fails by its key.
        var list = ids.Count > 0 ? await readList(ids, request.Window, cancellationToken) : default;
        foreach (var (target, id) in asked)
        {
            if ((id.Error ?? list.Error) is { } error)
            {
                yield return new PullResult(target, error);
                continue;
            }

            // Both outcomes are successes here.
            var listed = new ListedTarget<TList>(target, id.Value!, list.Value!, request.Window);
            foreach (var outcome in await read(listed, cancellationToken))
            {
                yield return new PullResult(target, outcome);
            }
        }
    }
}
