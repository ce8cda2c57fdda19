namespace Sas.Interop.TestKit.RealProcess;

/// <summary>An invented practitioner and the free times that a mocked vendor tells of them.</summary>
/// <param name="Id">RPPS with its prefix.</param>
/// <param name="Starts">Starts of the slots, each of twenty minutes.</param>
public sealed record FeedOwner(string Id, IReadOnlyList<DateTimeOffset> Starts)
{
    /// <summary>Times from tomorrow on, so that none passes while a test runs.</summary>
    public static FeedOwner Of(string id, int slots)
    {
        var tomorrow = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero).AddHours(8);
        return new FeedOwner(id, [.. Enumerable.Range(0, slots).Select(number => tomorrow.AddMinutes(30 * number))]);
    }

    public FeedOwner Without() => this with { Starts = [] };
}
