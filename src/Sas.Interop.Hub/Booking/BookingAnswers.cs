using System.Globalization;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Booking;

/// <summary>Puts what came of an act into FHIR: Parameters when something was done, an OperationOutcome when not.</summary>
internal sealed class BookingAnswers(NextSlots next, Telephones telephones)
{
    /// <summary>Tells what kind of fact an issue holds beside the refusal itself.</summary>
    public const string HintSystem = "urn:sas-interop-hub:CodeSystem:booking-hint";

    public static WriteAnswer Held(OrientationRow row, string? warning) => Done(row, "held", warning, Expires(row));

    public static WriteAnswer Booked(OrientationRow row, string? warning) => Done(
        row,
        "booked",
        warning,
        row is { AppointmentSystem: { } system, AppointmentValue: { } value }
            ? new ParametersParameter { Name = "appointment", Value = FhirValue.Of(new Identifier { System = system, Value = value }) }
            : null);

    public static WriteAnswer Linked(OrientationRow row, string link, string? warning) =>
        Done(row, "link", warning, new ParametersParameter { Name = "link", Value = FhirValue.Text("url", link) }, Expires(row));

    public WriteAnswer Telephone(OrientationRow row, OwnerKey owner, PlaceDetails? place, string? warning)
    {
        var phone = telephones.Of(owner, place);
        return Done(
            row,
            "telephone",
            phone is null ? "No telephone is known." : warning,
            phone is null ? null : new ParametersParameter { Name = "telephone", Value = FhirValue.Of(new ContactPoint { System = "phone", Value = phone }) });
    }

    /// <summary>Somebody else has the slot, or its vendor lists it no more: with the owner's next slots that nobody has.</summary>
    public async Task<WriteAnswer> TakenAsync(OwnerKey owner, SlotFlow? flow, bool isKept = false)
    {
        var (status, code) = FhirErrors.ToFhir(HubErrorCode.SlotTaken);
        var issues = new List<OperationOutcomeIssue> { Issue("error", code, "The slot is not free any more; nothing was booked.") };
        foreach (var slot in await next.FindAsync(owner, flow))
        {
            issues.Add(Hint("next-slot", new FhirInstant(slot.Start).Text, $"Slot/{slot.Id}"));
        }

        return new WriteAnswer(status, new OperationOutcome { Issue = issues }, isKept);
    }

    /// <summary>A failure, with the telephone that helps on where one is known.</summary>
    public WriteAnswer Failed(HubError error, OwnerKey owner, PlaceDetails? place, bool isKept)
    {
        var (status, code) = FhirErrors.ToFhir(error.Code);
        var issues = new List<OperationOutcomeIssue> { Issue("error", code, error.Detail) };
        if (telephones.Of(owner, place) is { } phone)
        {
            issues.Add(Hint("telephone", phone, "The number to call instead."));
        }

        return new WriteAnswer(status, new OperationOutcome { Issue = issues }, isKept);
    }

    public static WriteAnswer Refused(HubErrorCode code, string diagnostics) => WriteAnswer.Of(WriteRefusal.Of(code, diagnostics));

    /// <summary>The state as a code: small letters with hyphens.</summary>
    public static string CodeOf(string state) =>
        string.Concat(state.Select(static (c, number) => char.IsAsciiLetterUpper(c) ? (number > 0 ? "-" : string.Empty) + char.ToLowerInvariant(c) : c.ToString(CultureInfo.InvariantCulture)));

    private static ParametersParameter? Expires(OrientationRow row) =>
        row.ExpiresAt is { } at ? new ParametersParameter { Name = "expires", Value = FhirValue.Instant(new FhirInstant(at)) } : null;

    private static WriteAnswer Done(OrientationRow row, string outcome, string? warning, params ParametersParameter?[] more)
    {
        var output = new List<ParametersParameter>
        {
            new() { Name = "orientation", Value = FhirValue.Text("id", row.Id) },
            new() { Name = "state", Value = FhirValue.Code(CodeOf(row.State)) },
            new() { Name = "outcome", Value = FhirValue.Code(outcome) },
        };
        output.AddRange(more.OfType<ParametersParameter>());
        if (row.VendorId.Length > 0)
        {
            output.Add(new ParametersParameter { Name = "vendor", Value = FhirValue.Code(row.VendorId) });
        }

        if (warning is not null)
        {
            output.Add(new ParametersParameter { Name = "warning", Value = FhirValue.String(warning) });
        }

        return new WriteAnswer(StatusCodes.Status200OK, new Parameters { Parameter = output }, IsKept: true);
    }

    private static OperationOutcomeIssue Issue(string severity, string code, string diagnostics) => new() { Severity = severity, Code = code, Diagnostics = diagnostics };

    private static OperationOutcomeIssue Hint(string kind, string text, string diagnostics) => Issue("information", "informational", diagnostics) with
    {
        Details = new CodeableConcept { Coding = [new Coding { System = HintSystem, Code = kind }], Text = text },
    };
}
