using System.Text.Json;

using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Configuration.Source;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Regulators;

namespace Sas.Interop.Hub.Regulators;

/// <summary>What the platform tells of a regulator in its own JSON (PLATFORM §6). Null says nothing; an empty national identifier says that there is none.</summary>
internal sealed record PlatformRegulator
{
    public string? Uuid { get; private init; }

    public string? NationalId { get; private init; }

    public string? Family { get; private init; }

    public string? Given { get; private init; }

    public string? Email { get; private init; }

    public bool? Active { get; private init; }

    /// <summary>Members of no use here, such as <c>sasTerritories</c> and <c>emailBeforeUpdate</c>, are passed over: a repeated call lacks them.</summary>
    /// <returns>Null when the body has faults, which are in its list then.</returns>
    public static PlatformRegulator? Read(ObjectReader body)
    {
        var read = new PlatformRegulator
        {
            Uuid = Text(body, "uuid", PlainTexts.IsIdentifier, "Must be an identifier without blanks."),
            NationalId = Text(body, "nationalId", static text => PlainTexts.IsIdentifier(text) && !PlainTexts.IsLikeInsuranceNumber(text), "Must be the number of a professional card, without blanks."),
            Family = Text(body, "lastName", static text => PlainTexts.IsPlain(text, TextLengths.Person), "Must be a name on one line."),
            Given = Text(body, "firstName", static text => PlainTexts.IsPlain(text, TextLengths.Person), "Must be a name on one line."),
            Email = Text(body, "email", PlainTexts.IsMail, "Must be a mail."),
            Active = body.Find("habilitation") is { Kind: not JsonValueKind.Null } ? body.Flag("habilitation") : null,
        };
        return body.Faults.Count == 0 ? read : null;
    }

    /// <summary>The account as it is to be, with what is kept of it where the call says nothing.</summary>
    /// <returns>Null when there is not enough for an account.</returns>
    public RegulatorState? Over(RegulatorState? kept)
    {
        if (Key() is not { } technical
            || (Said(Family) ?? kept?.Family) is not { } family
            || (Said(Given) ?? kept?.Given) is not { } given
            || (Said(Email) ?? kept?.Email) is not { } email
            || (Active ?? kept?.Active) is not { } active)
        {
            return null;
        }

        var national = NationalId is null
            ? kept?.Identifiers.FirstOrDefault(static identifier => identifier.System == IdentifierSystems.NationalPractitioner)
            : Said(NationalId) is { } value ? new RegulatorKey(IdentifierSystems.NationalPractitioner, value) : null;
        return new RegulatorState(national is null ? [technical] : [national, technical], family.Trim(), given.Trim(), email, active);
    }

    /// <summary>The technical identifier; null when the call names nobody.</summary>
    public RegulatorKey? Key() => Said(Uuid) is { } uuid ? new RegulatorKey(IdentifierSystems.SasPlatform, uuid) : null;

    private static string? Said(string? text) => text is { Length: > 0 } ? text : null;

    private static string? Text(ObjectReader body, string name, Func<string, bool> isGood, string rule)
    {
        if (body.Find(name) is not { Kind: not JsonValueKind.Null } value)
        {
            return null;
        }

        if (value is { Kind: JsonValueKind.String, Text: { } text } && (text.Length == 0 || isGood(text)))
        {
            return text;
        }

        body.Faults.Add(value, rule);
        return null;
    }
}
