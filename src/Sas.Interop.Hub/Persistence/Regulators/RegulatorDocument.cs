using System.Text;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Hub.Persistence.Regulators;

/// <summary>The resource that is kept and served: the strict form of the national profile, with what the contract has and nothing else.</summary>
internal static class RegulatorDocument
{
    public static string Write(RegulatorRow row, RegulatorState state) => Encoding.UTF8.GetString(FhirJson.ToUtf8(new Practitioner
    {
        Id = row.Id,
        Meta = new Meta
        {
            VersionId = row.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
            LastUpdated = new FhirInstant(row.UpdatedAt),
            Source = IdentifierSystems.SasPlatform,
            Profile = [ProfileUrls.PractitionerRegulator],
        },
        Identifier = [.. state.Identifiers.Select(static key => key.ToIdentifier())],
        Active = state.Active,
        Name = [new HumanName { Family = state.Family, Given = [state.Given] }],
        Telecom = [new ContactPoint { System = "email", Value = state.Email }],
    }));
}
