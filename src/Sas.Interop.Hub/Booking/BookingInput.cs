using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Fhir.Read;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence;

namespace Sas.Interop.Hub.Booking;

/// <summary>Reads the input of <c>$hold</c> and <c>$book</c>. It has no room for a patient nor for words: every parameter is an identifier, a reference or a code.</summary>
internal static class BookingInput
{
    public const string Slot = "slot";
    public const string Practitioner = "practitioner";
    public const string Place = "place";
    public const string Regulator = "regulator";
    public const string Territory = "territory";
    public const string Orientation = "orientation";

    private static readonly string[] Names = [Slot, Practitioner, Place, Regulator, Territory, Orientation];

    /// <returns>The question; null with the faults.</returns>
    public static BookingQuestion? Read(Parameters input, List<WriteFault> faults)
    {
        var given = Collect(input, faults);
        var regulator = ReadRegulator(given.GetValueOrDefault(Regulator), faults);
        var territory = ReadTerritory(given.GetValueOrDefault(Territory), faults);
        var subjects = new[] { Slot, Practitioner, Orientation }.Count(given.ContainsKey);
        if (subjects != 1)
        {
            faults.Add(new WriteFault(HubErrorCode.RequestRequired, "Parameters.parameter", $"Exactly one of '{Slot}', '{Practitioner}' and '{Orientation}' says what is wanted."));
        }
        else if (given.ContainsKey(Place) && !given.ContainsKey(Practitioner))
        {
            Wrong(faults, Place, $"It goes with '{Practitioner}' alone.");
        }

        var question = new BookingQuestion { Regulator = regulator ?? new RegulatorKey(string.Empty, string.Empty), Territory = territory };
        question = given.TryGetValue(Slot, out var slot) ? WithSlot(question, slot, faults)
            : given.TryGetValue(Practitioner, out var practitioner) ? WithPractitioner(question, practitioner, given.GetValueOrDefault(Place), faults)
            : given.TryGetValue(Orientation, out var orientation) ? WithOrientation(question, orientation, faults)
            : question;
        return faults.Count == 0 ? question : null;
    }

    private static Dictionary<string, FhirValue?> Collect(Parameters input, List<WriteFault> faults)
    {
        var given = new Dictionary<string, FhirValue?>(StringComparer.Ordinal);
        foreach (var parameter in input.Parameter ?? [])
        {
            if (parameter.Name is not { } name || !Names.Contains(name, StringComparer.Ordinal))
            {
                faults.Add(new WriteFault(HubErrorCode.RequestInvalid, "Parameters.parameter.name", $"Not a parameter of this operation; there are {string.Join(", ", Names)}."));
            }
            else if (parameter.Resource is not null || parameter.Part is not null)
            {
                Wrong(faults, name, "It is a value and has neither resource nor parts.");
            }
            else if (!given.TryAdd(name, parameter.Value))
            {
                Wrong(faults, name, "It may be given once.");
            }
        }

        return given;
    }

    private static RegulatorKey? ReadRegulator(FhirValue? value, List<WriteFault> faults)
    {
        if (value?.As<Identifier>() is not { System: IdentifierSystems.NationalPractitioner or IdentifierSystems.SasPlatform, Value: { } text } identifier)
        {
            faults.Add(new WriteFault(
                HubErrorCode.RequestRequired,
                PathOf(Regulator),
                $"Mandatory: valueIdentifier with a value and the system {IdentifierSystems.NationalPractitioner} or {IdentifierSystems.SasPlatform}."));
            return null;
        }

        if (text.Length is 0 or > TextLengths.Identifier || text.Any(char.IsControl))
        {
            Wrong(faults, Regulator, $"Its value has 1 to {TextLengths.Identifier} characters and none that controls.");
            return null;
        }

        return new RegulatorKey(identifier.System, text);
    }

    private static string? ReadTerritory(FhirValue? value, List<WriteFault> faults)
    {
        if (value is null)
        {
            return null;
        }

        if (value is { Type: "string" or "code" or "id", Content: string { Length: > 0 and <= TextLengths.Identifier } text } && text.All(IsOfCode))
        {
            return text;
        }

        Wrong(faults, Territory, $"valueString of 1 to {TextLengths.Identifier} letters, digits and . _ : / | - alone.");
        return null;
    }

    private static bool IsOfCode(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '/' or '|' or '-';

    private static BookingQuestion WithSlot(BookingQuestion question, FhirValue? value, List<WriteFault> faults)
    {
        if (value?.As<Reference>()?.Reference is { } reference && ReferenceIds.TryReadSlot(ReferenceIds.IdOf(reference, "Slot"), out var owner, out var slot))
        {
            return question with { Owner = owner, SlotId = slot };
        }

        Wrong(faults, Slot, "valueReference with a reference Slot/{id} as searches give it, relative or absolute.");
        return question;
    }

    private static BookingQuestion WithPractitioner(BookingQuestion question, FhirValue? value, FhirValue? place, List<WriteFault> faults)
    {
        if (value?.As<Identifier>() is not { System: IdentifierSystems.NationalPractitioner, Value: { } text }
            || !NationalKeys.TryRead(OwnerKind.Practitioner, text, out var owner))
        {
            Wrong(faults, Practitioner, $"valueIdentifier with the system {IdentifierSystems.NationalPractitioner} and a national identifier of a practitioner.");
            return question;
        }

        question = question with { Owner = owner };
        if (place is null)
        {
            return question;
        }

        if (place.As<Reference>()?.Reference is { } reference
            && ReferenceIds.TryReadPlace(ReferenceIds.IdOf(reference, "PractitionerRole"), out var whose, out var id)
            && whose == owner)
        {
            return question with { Place = id };
        }

        Wrong(faults, Place, "valueReference with a reference PractitionerRole/{id} of this practitioner as searches give it.");
        return question;
    }

    private static BookingQuestion WithOrientation(BookingQuestion question, FhirValue? value, List<WriteFault> faults)
    {
        if (value is { Type: "id" or "string", Content: string text } && Sought.IsId(text))
        {
            return question with { OrientationId = text };
        }

        Wrong(faults, Orientation, "valueId: the output 'orientation' of $hold.");
        return question;
    }

    private static void Wrong(List<WriteFault> faults, string name, string message) => faults.Add(new WriteFault(HubErrorCode.RequestInvalid, PathOf(name), message));

    private static string PathOf(string name) => $"Parameters.parameter.where(name='{name}')";
}
