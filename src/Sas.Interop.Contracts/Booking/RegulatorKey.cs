using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Contracts.Booking;

/// <summary>An identifier of a regulator (CONTRACT §4.2): the national one, or the technical one of the SAS platform.</summary>
/// <param name="System"><c>urn:oid:1.2.250.1.71.4.2.1</c> or <c>urn:oid:1.2.250.1.213.3.6</c>.</param>
/// <param name="Value">The national identifier with its prefix, or the UUID; compared as it is.</param>
public sealed record RegulatorKey(string System, string Value)
{
    /// <summary>The identifier as INT_R02 and INT_R03 carry it: type INTRN with the SAS platform's system, IDNPS with any other (CONTRACT §4.2, §4.3).</summary>
    /// <returns>Type, system and value.</returns>
    public Identifier ToIdentifier() => new()
    {
        Type = new CodeableConcept
        {
            Coding =
            [
                new Coding
                {
                    System = CodeSystems.IdentifierType,
                    Code = System == IdentifierSystems.SasPlatform ? IdentifierTypeCodes.Internal : IdentifierTypeCodes.NationalPractitioner,
                },
            ],
        },
        System = System,
        Value = Value,
    };
}
