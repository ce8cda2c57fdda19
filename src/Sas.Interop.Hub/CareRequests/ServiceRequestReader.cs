using System.Globalization;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Contracts.Identifiers;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.CareRequests;

/// <summary>Reads a request for care. It has a fixed set of elements, and none of them can hold a patient or a sentence.</summary>
internal sealed class ServiceRequestReader
{
    private const string Type = nameof(ServiceRequest);
    private const string AbsentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private static readonly string[] Always =
    [
        "resourceType", "id", "meta", "meta.versionId", "meta.lastUpdated", "meta.profile", "status", "intent", "authoredOn",
        "category", "category.coding", "category.coding.system", "category.coding.code",
        "subject", "subject.extension", "subject.extension.url", "subject.extension.valueCode",
        "extension", "extension.url", "extension.valueCode",
        .. Reference("requester"), .. Reference("performer"), .. Reference("locationReference"),
    ];

    // What the hub adds to its answers may come back with a change.
    private static readonly string[] WithAnswers =
        ["extension.extension", "extension.extension.url", "extension.extension.valueUrl", "extension.extension.valueInstant", "supportingInfo", "supportingInfo.reference"];

    private static readonly ElementWhitelist OfNew = new(Type, Always.ToHashSet(StringComparer.Ordinal));
    private static readonly ElementWhitelist OfChange = new(Type, Always.Concat(WithAnswers).ToHashSet(StringComparer.Ordinal));

    private readonly List<WriteFault> _faults = [];
    private readonly ServiceRequest _request;

    private ServiceRequestReader(ServiceRequest request) => _request = request;

    /// <param name="written">The resource.</param>
    /// <param name="isNew">Whether it is to be created; a change may carry what the hub added.</param>
    public static (CareRequestOrder? Order, WriteRefusal? Refusal) Read(Written<ServiceRequest> written, bool isNew)
    {
        var reader = new ServiceRequestReader(written.Resource);
        (isNew ? OfNew : OfChange).Check(written.Utf8, reader._faults);
        var order = reader.Read(isNew);
        return reader._faults.Count > 0 ? (null, WriteRefusal.Of(reader._faults)) : (order, null);
    }

    private CareRequestOrder? Read(bool isNew)
    {
        Status(isNew);
        if (_request.Intent is not ("order" or "proposal"))
        {
            Fault("intent", "Must be order or proposal.");
        }

        foreach (var category in _request.Category ?? [])
        {
            if (category.Coding is not [{ System: CodeSystems.OrientationCategory, Code: OrientationCategoryCodes.Marketplace }])
            {
                Fault("category", $"Only the category {OrientationCategoryCodes.Marketplace} (PDM) of {CodeSystems.OrientationCategory} is taken; it may be left out.");
            }
        }

        Subject();
        var owner = Practitioner();
        var regulator = Regulator();
        var place = Place();
        var territory = Territory(isNew);
        return owner is { } known && regulator is not null ? new CareRequestOrder(known, regulator, _request.Status ?? string.Empty) { Place = place, Territory = territory } : null;
    }

    private void Status(bool isNew)
    {
        if (isNew ? _request.Status != "active" : _request.Status is not ("active" or "revoked"))
        {
            Fault("status", isNew ? "Must be active." : "Must be revoked, which takes the request back, or active, which changes nothing.");
        }
    }

    private void Subject()
    {
        if (_request.Subject is { } subject && subject.Extension is not [{ Url: AbsentReason, Value: { Type: "code" } reason }])
        {
            _faults.Add(new WriteFault(HubErrorCode.PatientData, $"{Type}.subject", "Names a patient, or could: leave it out, or give data-absent-reason masked and nothing else."));
        }
        else if (_request.Subject?.Extension?[0].Value?.As<string>() is { } code && code != "masked")
        {
            Fault("subject", "The reason must be masked.");
        }
    }

    private OwnerKey? Practitioner()
    {
        if (_request.Performer is not [var performer])
        {
            Fault("performer", "Exactly one practitioner is asked.", HubErrorCode.RequestRequired);
            return null;
        }

        var identifier = performer.Identifier;
        if (identifier?.System != IdentifierSystems.NationalPractitioner || !PractitionerNationalId.TryParse(identifier.Value, out var id))
        {
            Fault("performer[0].identifier", $"Must be the RPPS or ADELI of a practitioner, with the system {IdentifierSystems.NationalPractitioner}.");
            return null;
        }

        return OwnerKey.Create(OwnerKind.Practitioner, id.ToString());
    }

    private RegulatorKey? Regulator()
    {
        if (_request.Requester?.Identifier is not { System: IdentifierSystems.NationalPractitioner or IdentifierSystems.SasPlatform, Value: { Length: > 0 and <= TextLengths.Identifier } value } identifier
            || !IsCode(value))
        {
            Fault("requester.identifier", $"Must be an identifier of the regulator: system {IdentifierSystems.NationalPractitioner} or {IdentifierSystems.SasPlatform}, and a value without blanks.", HubErrorCode.RequestRequired);
            return null;
        }

        return new RegulatorKey(identifier.System, value);
    }

    private (string? System, string Value)? Place()
    {
        switch (_request.LocationReference)
        {
            case null or []:
                return null;
            case [{ Identifier: { Value: { Length: > 0 and <= TextLengths.Reference } value } identifier }] when !value.Any(char.IsControl):
                return (identifier.System, value);
            default:
                Fault("locationReference", "One place at most, by the identifier that answers of searches show for it.");
                return null;
        }
    }

    private string? Territory(bool isNew)
    {
        string? territory = null;
        foreach (var extension in _request.Extension ?? [])
        {
            if (extension.Url == HubUris.Territory && extension.Value is { Type: "code" } value && value.As<string>() is { } code && TerritoryCodes.IsCode(code) && territory is null)
            {
                territory = code;
            }
            else if (isNew || extension.Url != HubUris.RedirectLink)
            {
                Fault("extension", string.Create(CultureInfo.InvariantCulture, $"Only {HubUris.Territory} is taken, once: a code of at most {TerritoryCodes.Longest} letters, digits and . _ : / | -"));
            }
        }

        return territory;
    }

    private void Fault(string path, string message, HubErrorCode code = HubErrorCode.BusinessRule) => _faults.Add(new WriteFault(code, $"{Type}.{path}", message));

    private static bool IsCode(string value) => value.All(static c => c is > ' ' and < '\u007F');

    private static IEnumerable<string> Reference(string name) =>
    [
        name, $"{name}.type", $"{name}.identifier", $"{name}.identifier.use", $"{name}.identifier.system", $"{name}.identifier.value",
        $"{name}.identifier.type", $"{name}.identifier.type.coding", $"{name}.identifier.type.coding.system", $"{name}.identifier.type.coding.code",
    ];
}
