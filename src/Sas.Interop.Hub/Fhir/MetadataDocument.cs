using System.Reflection;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Fhir.Search;

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
        Documentation = "INT_R01 for the platform; Bundles of the same resources from vendors.",
        Resource =
        [
            new CapabilityStatementResource
            {
                Type = "Slot",
                Profile = ProfileUrls.SlotIndividual,
                SupportedProfile = [ProfileUrls.SlotIndividual],
                Interaction = [new CapabilityStatementInteraction { Code = "search-type" }],
                SearchInclude = ["Slot:schedule", "Schedule:actor"],
                SearchParam =
                [
                    Parameter("start", "date", "Twice: a lower bound with ge (or gt) and an upper bound with le (or lt), both mandatory."),
                    Parameter("status", "token", "Mandatory; only free slots are known."),
                    Parameter(
                        SearchParser.PractitionerIdentifier,
                        "token",
                        $"Mandatory; national identifiers, with or without prefix, separated by commas; at most {OwnerTokens.MaxIdentifiers}."),
                ],
            },
        ],
        Interaction =
        [
            new CapabilityStatementInteraction
            {
                Code = "transaction",
                Documentation = "POST of a transaction or collection Bundle by a vendor, as snapshots of its slots.",
            },
        ],
    };

    private static CapabilityStatementSearchParam Parameter(string name, string type, string documentation) =>
        new() { Name = name, Type = type, Documentation = documentation };
}
