using System.Reflection;

using Sas.Interop.Contracts.Fhir;

namespace Sas.Interop.Hub.Fhir;

/// <summary>What the hub says of itself at <c>GET /fhir/metadata</c>; every line of it is tested against the running hub.</summary>
internal static class MetadataDocument
{
    public static CapabilityStatement Create(string baseAddress, DateTimeOffset startedAt) => new()
    {
        Status = "active",
        Date = new FhirDateTime(startedAt),
        Kind = "instance",
        Name = "SasInteropHub",
        Title = "Vendor interoperability hub",
        Software = new CapabilityStatementSoftware
        {
            Name = "Sas.Interop.Hub",
            Version = typeof(MetadataDocument).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
        },
        Implementation = new CapabilityStatementImplementation { Description = "Free slots of many vendors behind one FHIR base", Url = baseAddress },
        FhirVersion = "4.0.1",
        Format = ["application/fhir+json", "json"],
        Rest = [Server()],
    };

    private static CapabilityStatementRest Server() => new()
    {
        Mode = "server",
        Documentation = "INT_R01, INT_R04 and the search for SOS Médecins for the platform; reads and plain searches of what they show; Bundles of the same resources from vendors, and their appointments (INT_R03). "
            + "Each search also by POST to _search. Other parameters are passed over, or refused with Prefer: handling=strict.",
        Resource = MetadataResources.All,
        Interaction =
        [
            new CapabilityStatementInteraction
            {
                Code = "transaction",
                Documentation = "POST of a transaction or collection Bundle by a vendor, as snapshots of its slots.",
            },
        ],
        Operation = MetadataOperations.All,
    };
}
