using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence;

namespace Sas.Interop.Hub.Regulators;

/// <summary>Reads the identifiers of an account: the national one and the platform's own, at most one of each (CONTRACT §5.4, column R02).</summary>
internal sealed class RegulatorIdentifiers(List<WriteFault> faults)
{
    private const string Path = "Practitioner.identifier";

    /// <returns>The national one first: once it is there, appointments name it.</returns>
    public IReadOnlyList<RegulatorKey> Read(IReadOnlyList<Identifier>? identifiers)
    {
        if (identifiers is not { Count: > 0 })
        {
            Add(HubErrorCode.RequestRequired, Path, "An account has a national identifier or one of the platform.");
            return [];
        }

        var read = new List<RegulatorKey>();
        for (var i = 0; i < identifiers.Count; i++)
        {
            if (One(identifiers[i], $"{Path}[{i}]") is not { } key)
            {
                continue;
            }

            if (read.Exists(other => other.System == key.System))
            {
                Add(HubErrorCode.RequestInvalid, $"{Path}[{i}]", "An account has at most one identifier of each kind.");
            }

            read.Add(key);
        }

        return [.. read.OrderBy(static key => key.System == IdentifierSystems.SasPlatform)];
    }

    /// <summary>The system that is kept for one that was received; null for one that no regulator has. The authority of structures is a known slip for that of professionals (D24).</summary>
    public static string? Kept(string system) => system switch
    {
        IdentifierSystems.NationalPractitioner or IdentifierSystems.NationalStructure => IdentifierSystems.NationalPractitioner,
        IdentifierSystems.SasPlatform => IdentifierSystems.SasPlatform,
        _ => null,
    };

    private RegulatorKey? One(Identifier identifier, string path)
    {
        var before = faults.Count;
        if (identifier.System is null)
        {
            Add(HubErrorCode.RequestRequired, $"{path}.system", "An identifier has a system.");
        }
        else if (Kept(identifier.System) is null)
        {
            Add(HubErrorCode.BusinessRule, $"{path}.system", $"Identifiers of regulators are those of {IdentifierSystems.NationalPractitioner} and {IdentifierSystems.SasPlatform}; others are not taken.");
        }

        if (identifier.Value is null)
        {
            Add(HubErrorCode.RequestRequired, $"{path}.value", "An identifier has a value.");
        }
        else if (!PlainTexts.IsIdentifier(identifier.Value))
        {
            Add(HubErrorCode.RequestInvalid, $"{path}.value", $"The value of an identifier has 1 to {TextLengths.Identifier} characters without blanks.");
        }
        else if (PlainTexts.IsLikeInsuranceNumber(identifier.Value))
        {
            Add(HubErrorCode.PatientData, $"{path}.value", "The value is built like a social insurance number, which the hub never accepts; nothing was written.");
        }

        JudgeType(identifier, path);
        return faults.Count == before ? new RegulatorKey(Kept(identifier.System ?? string.Empty) ?? string.Empty, identifier.Value ?? string.Empty) : null;
    }

    private void JudgeType(Identifier identifier, string path)
    {
        var codings = identifier.Type?.Coding?.Where(static coding => coding.System is CodeSystems.IdentifierType or CodeSystems.IdentifierTypeCore2 or CodeSystems.IdentifierTypeStray).ToList() ?? [];
        if (identifier.Type?.Coding is not { Count: > 0 })
        {
            Add(HubErrorCode.RequestRequired, $"{path}.type", "An identifier says its type, IDNPS or INTRN.");
        }
        else if (codings.Count == 0)
        {
            Add(HubErrorCode.RequestInvalid, $"{path}.type.coding[0].system", $"The type of an identifier is a code of {CodeSystems.IdentifierType}.");
        }
        else if (identifier.System is { } system && Kept(system) is { } kept && codings.Exists(coding => coding.Code != CodeOf(kept)))
        {
            Add(HubErrorCode.RequestInvalid, $"{path}.type.coding[0].code", "Type and system of an identifier go together: IDNPS with the national authority, INTRN with the platform.");
        }
    }

    private static string CodeOf(string system) =>
        system == IdentifierSystems.SasPlatform ? IdentifierTypeCodes.Internal : IdentifierTypeCodes.NationalPractitioner;

    private void Add(HubErrorCode code, string path, string message) => faults.Add(new WriteFault(code, path, message));
}
