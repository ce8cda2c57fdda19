using System.Text;

using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.NationalLoad.Feeds;

namespace Sas.Interop.NationalLoad.Driving;

/// <summary>A search of the platform (CONTRACT §3.2, §3.3).</summary>
/// <param name="Practitioners">Identifiers with prefix, 1 to 25 in the contract.</param>
/// <param name="From">Earliest start.</param>
/// <param name="To">Latest start.</param>
/// <param name="WithCommunities">Whether it is an INT_R04.</param>
internal sealed record SlotSearchRequest(IReadOnlyList<string> Practitioners, DateTimeOffset From, DateTimeOffset To, bool WithCommunities)
{
    /// <summary>Path and query.</summary>
    public string Target
    {
        get
        {
            var target = new StringBuilder("/fhir/Slot?_include=Slot:schedule&_include:iterate=Schedule:actor");
            if (WithCommunities)
            {
                target.Append("&_include=Slot:service-type-reference&_include:iterate=HealthcareService:organization");
            }

            return target
                .Append("&start=ge").Append(Instant(From))
                .Append("&start=le").Append(Instant(To))
                .Append('&').Append(FhirUrls.Practitioners).Append('=')
                .AppendJoin(',', Practitioners.Select(static id => $"{IdentifierSystems.NationalPractitioner}%7C{id}"))
                .Append("&status=free")
                .ToString();
        }
    }

    /// <summary>The whole request as it goes over the wire.</summary>
    public byte[] ToBytes(Uri server) => Get(server, Target);

    public static byte[] Get(Uri server, string target) =>
        Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept: application/fhir+json\r\n\r\n");

    private static string Instant(DateTimeOffset instant) =>
        instant.ToString(FhirUrls.Instant, CultureInfo.InvariantCulture).Replace("+", "%2B", StringComparison.Ordinal);
}
