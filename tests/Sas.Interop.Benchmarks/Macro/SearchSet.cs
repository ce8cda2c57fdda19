using System.Text.Json;

using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.NationalLoad.Driving;

namespace Sas.Interop.Benchmarks.Macro;

/// <summary>A few searches of one shape, and beside them the very bytes of their answers as static answers of the same server.</summary>
/// <param name="Hub">Requests to the hub.</param>
/// <param name="Static">Requests for the same bytes from memory.</param>
/// <param name="MeanSlots">Slots in an answer.</param>
/// <param name="MeanBytes">Bytes of an answer.</param>
internal sealed record SearchSet(IReadOnlyList<byte[]> Hub, IReadOnlyList<byte[]> Static, double MeanSlots, double MeanBytes)
{
    /// <summary>Asks each search once, and has the server hold what it answered.</summary>
    /// <param name="server">The server.</param>
    /// <param name="name">Tells this set's static answers from others.</param>
    /// <param name="searches">The searches.</param>
    public static async Task<SearchSet> PrepareAsync(ServerProcess server, string name, IReadOnlyList<SlotSearchRequest> searches)
    {
        var held = new List<byte[]>();
        long slots = 0, bytes = 0;
        for (var i = 0; i < searches.Count; i++)
        {
            var answer = await server.GetAsync(searches[i].Target);
            slots += TotalOf(answer);
            bytes += answer.Length;
            var path = string.Create(CultureInfo.InvariantCulture, $"{name}-{i}");
            await server.HoldAsync(path, answer);

            // With the same query, so that what the server does for any long request line counts on both sides.
            held.Add(SlotSearchRequest.Get(server.Address, "/static/" + path + searches[i].Target[searches[i].Target.IndexOf('?', StringComparison.Ordinal)..]));
        }

        return new SearchSet([.. searches.Select(search => search.ToBytes(server.Address))], held, (double)slots / searches.Count, (double)bytes / searches.Count);
    }

    private static long TotalOf(byte[] answer)
    {
        using var bundle = JsonDocument.Parse(answer);
        return bundle.RootElement.GetProperty("total").GetInt64();
    }
}
