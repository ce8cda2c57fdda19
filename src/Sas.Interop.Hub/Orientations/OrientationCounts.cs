using System.Globalization;

using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Orientations;

/// <summary>Sums up what the database counted.</summary>
internal static class OrientationCounts
{
    public static StatisticsDocument Of(IReadOnlyList<OrientationVolume> volumes, DateTimeOffset from, DateTimeOffset to) => new()
    {
        From = Text(from),
        To = Text(to),
        All = Count(null, volumes),
        Territories = By(volumes, static volume => volume.Territory),
        Counties = By(volumes, static volume => Counties.Of(volume.PostalCode)),
        Kinds = By(volumes, static volume => volume.Kind),
        States = By(volumes, static volume => volume.State),
    };

    private static List<CountDocument> By(IReadOnlyList<OrientationVolume> volumes, Func<OrientationVolume, string?> key) =>
        [.. volumes.GroupBy(key).OrderBy(static group => group.Key, StringComparer.Ordinal).Select(static group => Count(group.Key, group))];

    private static CountDocument Count(string? key, IEnumerable<OrientationVolume> volumes)
    {
        var (count, timed, soon) = (0L, 0L, 0L);
        foreach (var volume in volumes)
        {
            (count, timed, soon) = (count + volume.Count, timed + volume.Timed, soon + volume.Soon);
        }

        return new CountDocument(key, count, timed, soon, timed == 0 ? null : Math.Round((decimal)soon / timed, 4));
    }

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
