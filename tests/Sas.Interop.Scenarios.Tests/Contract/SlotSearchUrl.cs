using System.Globalization;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>Addresses of searches.</summary>
internal static class SlotSearchUrl
{
    private const string Authority = "urn:oid:1.2.250.1.71.4.2.1%7C";

    /// <summary>A whole INT_R01 search (CONTRACT §3.2).</summary>
    public static string Of(DateTimeOffset from, DateTimeOffset to, params IEnumerable<string> practitioners) =>
        $"Slot?_include=Slot:schedule&_include:iterate=Schedule:actor&start=ge{Bound(from)}&start=le{Bound(to)}&{Identifiers(practitioners)}&status=free";

    public static string Identifiers(params IEnumerable<string> practitioners) =>
        "schedule.actor:Practitioner.identifier=" + string.Join(',', practitioners.Select(static id => Authority + id));

    public static string Bound(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture).Replace("+", "%2B", StringComparison.Ordinal);
}
