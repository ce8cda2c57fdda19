using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Adapters.FhirStandard.Regulators;

/// <summary>The body of INT_R02 (CONTRACT §4.2, §5.4): the whole account each time, without an id, which each side gives for itself.</summary>
internal static class RegulatorResources
{
    public static byte[] ToUtf8(RegulatorAccount account) => FhirJson.ToUtf8(new Practitioner
    {
        Meta = new Meta { Source = IdentifierSystems.SasPlatform, Profile = [ProfileUrls.PractitionerRegulator] },
        Identifier = [.. account.Others.Prepend(new RegulatorKey(account.System, account.Value)).Select(static key => key.ToIdentifier())],
        Active = account.Active,
        Name = [new HumanName { Family = account.Family, Given = [account.Given] }],
        Telecom = [new ContactPoint { System = "email", Value = account.Email }],
    });
}
