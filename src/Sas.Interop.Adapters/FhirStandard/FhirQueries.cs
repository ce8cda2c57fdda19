using System.Globalization;
using System.Text;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>The searches of the contract, letter by letter (CONTRACT §3.2 to §3.4): <c>+</c> as <c>%2B</c> (D12), <c>|</c> as <c>%7C</c>.</summary>
internal static class FhirQueries
{
    /// <summary>Practitioners in one search (CONTRACT §3.2).</summary>
    public const int PractitionersPerCall = 25;

    /// <summary>Associations in one search: the smaller of the two published bounds (D05).</summary>
    public const int AssociationsPerCall = 10;

    private const string CommunityFlow = "INT_R04";

    public static Uri Slots(Uri baseUrl, IEnumerable<OwnerKey> practitioners, TimeWindow window, FhirStandardOptions options)
    {
        var query = Begin(baseUrl, "Slot").Append("?_include=Slot:schedule&_include:iterate=Schedule:actor");
        if (options.Flow == CommunityFlow)
        {
            query.Append("&_include=Slot:service-type-reference&_include:iterate=HealthcareService:organization");
        }

        AppendWindow(query, "start", window);
        AppendTokens(query, "schedule.actor:Practitioner.identifier", IdentifierSystems.NationalPractitioner, practitioners);
        query.Append("&status=free");
        return End(query, options);
    }

    public static Uri Schedules(Uri baseUrl, IEnumerable<OwnerKey> associations, TimeWindow window, FhirStandardOptions options)
    {
        var query = Begin(baseUrl, "Schedule")
            .Append("?_revinclude=Slot:schedule&_include=Schedule:actor:Location&_include:iterate=Location:organization");
        AppendWindow(query, "_has:Slot:schedule:start", window);
        query.Append("&_has:Slot:schedule:status=free");
        AppendTokens(query, "actor:Location.organization.identifier", IdentifierSystems.NationalStructure, associations);
        return End(query, options);
    }

    private static StringBuilder Begin(Uri baseUrl, string type) =>
        new StringBuilder(baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/')).Append('/').Append(type);

    private static void AppendWindow(StringBuilder query, string parameter, TimeWindow window) => query
        .Append('&').Append(parameter).Append("=ge").Append(Instant(window.From))
        .Append('&').Append(parameter).Append("=le").Append(Instant(window.To));

    private static void AppendTokens(StringBuilder query, string parameter, string system, IEnumerable<OwnerKey> owners) => query
        .Append('&').Append(parameter).Append('=')
        .AppendJoin(',', owners.Select(owner => system + "%7C" + owner));

    private static Uri End(StringBuilder query, FhirStandardOptions options)
    {
        if (options.Count is { } count)
        {
            query.Append(CultureInfo.InvariantCulture, $"&_count={count}");
        }

        return new Uri(query.ToString());
    }

    private static string Instant(DateTimeOffset instant)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(PlaceZone.Default);
        return TimeZoneInfo.ConvertTime(instant, zone)
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture)
            .Replace("+", "%2B", StringComparison.Ordinal);
    }
}
