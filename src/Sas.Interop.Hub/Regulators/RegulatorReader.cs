using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Regulators;

namespace Sas.Interop.Hub.Regulators;

/// <summary>Reads an account out of a resource of INT_R02 (CONTRACT §4.2, CERTIFICATION §4): every fault is gathered, with its place and never a value.</summary>
internal sealed class RegulatorReader
{
    private const string Root = "Practitioner";
    private readonly List<WriteFault> _faults = [];

    private RegulatorReader()
    {
    }

    /// <returns>The account; or everything that is wrong with it.</returns>
    public static (RegulatorState? State, IReadOnlyList<WriteFault> Faults) Read(Practitioner resource)
    {
        var reader = new RegulatorReader();
        var state = reader.ReadAll(resource);
        return reader._faults.Count == 0 ? (state, []) : (null, reader._faults);
    }

    private RegulatorState ReadAll(Practitioner resource)
    {
        RefuseSurplus(resource);
        var identifiers = new RegulatorIdentifiers(_faults).Read(resource.Identifier);
        if (resource.Active is null)
        {
            Add(HubErrorCode.RequestRequired, "active", "An account says whether the regulator is entitled.");
        }

        var (family, given) = Name(resource.Name);
        return new RegulatorState(identifiers, family, given, Mail(resource.Telecom), resource.Active ?? false);
    }

    /// <summary>What the contract has no use for is refused, not dropped: whoever sends it believes that it is kept.</summary>
    private void RefuseSurplus(Practitioner resource)
    {
        (string Name, bool IsThere)[] surplus =
        [
            ("implicitRules", resource.ImplicitRules is not null),
            ("text", resource.Text is not null),
            ("contained", resource.Contained?.Count > 0),
            ("extension", resource.Extension?.Count > 0),
            ("modifierExtension", resource.ModifierExtension?.Count > 0),
            ("address", resource.Address?.Count > 0),
            ("gender", resource.Gender is not null),
            ("birthDate", resource.BirthDate is not null),
            ("photo", resource.Photo?.Count > 0),
            ("qualification", resource.Qualification?.Count > 0),
            ("communication", resource.Communication?.Count > 0),
        ];
        foreach (var (name, _) in surplus.Where(static element => element.IsThere))
        {
            Add(HubErrorCode.BusinessRule, name, "An account of a regulator has no such element; nothing was written.");
        }
    }

    private (string Family, string Given) Name(IReadOnlyList<HumanName>? names)
    {
        if (names is not { Count: > 0 })
        {
            Add(HubErrorCode.RequestRequired, "name", "An account has a name.");
            return (string.Empty, string.Empty);
        }

        if (names.Count > 1)
        {
            Add(HubErrorCode.RequestInvalid, "name", "An account has one name.");
        }

        var name = names[0];
        var given = name.Given ?? [];
        if (given.Count > 1)
        {
            Add(HubErrorCode.RequestInvalid, "name[0].given", "An account has exactly one first name.");
        }

        return (Part(name.Family, "name[0].family"), Part(given.Count > 0 ? given[0] : null, given.Count > 0 ? "name[0].given[0]" : "name[0].given"));
    }

    private string Part(string? text, string path)
    {
        if (text is null)
        {
            Add(HubErrorCode.RequestRequired, path, "A name has a family name and a first name.");
        }
        else if (!PlainTexts.IsPlain(text, TextLengths.Person))
        {
            Add(HubErrorCode.RequestInvalid, path, $"A part of a name has 1 to {TextLengths.Person} characters on one line, not only blanks.");
        }

        return text?.Trim() ?? string.Empty;
    }

    private string Mail(IReadOnlyList<ContactPoint>? telecom)
    {
        if (telecom is not { Count: > 0 })
        {
            Add(HubErrorCode.RequestRequired, "telecom", "An account has a mail.");
            return string.Empty;
        }

        for (var i = 0; i < telecom.Count; i++)
        {
            Judge(telecom[i], $"telecom[{i}]");
        }

        return telecom.OrderBy(static point => point.Rank ?? int.MaxValue).First().Value ?? string.Empty;
    }

    private void Judge(ContactPoint point, string path)
    {
        if (point.System != "email")
        {
            Add(point.System is null ? HubErrorCode.RequestRequired : HubErrorCode.RequestInvalid, $"{path}.system", "The only way to reach a regulator is 'email'.");
        }

        if (point.Value is null)
        {
            Add(HubErrorCode.RequestRequired, $"{path}.value", "A mail has a value.");
        }
        else if (point.System == "email" && !PlainTexts.IsMail(point.Value))
        {
            Add(HubErrorCode.RequestInvalid, $"{path}.value", $"A mail has one '@' between two parts, no blank, and at most {TextLengths.Person} characters.");
        }
    }

    private void Add(HubErrorCode code, string path, string message) => _faults.Add(new WriteFault(code, $"{Root}.{path}", message));
}
