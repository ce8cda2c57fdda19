using Sas.Interop.Adapters.Http;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Adapters.FhirStandard.Booking;

/// <summary>
/// Books at a vendor of the national contract, which says nothing of it: by the operations <c>$hold</c>, <c>$book</c> and <c>$release</c> on the vendor's Appointments
/// (docs/dialects/sas-fhir.md). Each may be repeated: a hold is known by its key, the others by the hold.
/// </summary>
internal sealed class BookingCalls(VendorHttp http, Uri baseUrl)
{
    private const int MaxAnswerBytes = 64 * 1024;
    private const int Unprocessable = 422;

    // The vendor understood, and there is nothing free there.
    private static readonly int[] Gone = [404, 409, 410];

    public ValueTask<Outcome<BookingHold>> HoldAsync(BookingRequest request, CancellationToken cancellationToken)
    {
        var (subject, system) = request.Owner.Kind == OwnerKind.Association ? ("association", IdentifierSystems.NationalStructure) : ("practitioner", IdentifierSystems.NationalPractitioner);
        var call = Call("$hold", [
            Parameter(subject, FhirValue.Of(new Identifier { System = system, Value = request.Owner.ToString() })),
            .. request.PlaceKey.Length > 0 ? [Parameter("place", FhirValue.String(request.PlaceKey))] : Array.Empty<ParametersParameter>(),
            Parameter("start", FhirValue.Instant(new FhirInstant(request.Start))),
            Parameter("end", FhirValue.Instant(new FhirInstant(request.End))),
            Parameter("regulator", FhirValue.Of(new Identifier { System = request.Regulator.System, Value = request.Regulator.Value })),
        ]) with
        {
            Headers = [new("Idempotency-Key", request.RequestKey)],
        };
        return SendAsync<BookingHold>(call, static answer => answer switch
        {
            _ when answer("hold")?.As<string>() is { } hold && answer("expires")?.Content is FhirInstant expires => new BookingHold(hold, expires.Value),
            _ => Missing("hold, expires"),
        }, cancellationToken);
    }

    public ValueTask<Outcome<BookedAppointment>> BookAsync(BookingHold hold, CancellationToken cancellationToken) => SendAsync<BookedAppointment>(
        OfHold("$book", hold.VendorReference),
        static answer => answer("appointment")?.As<Identifier>() is { System: { } system, Value: { } value } ? new BookedAppointment(system, value) : Missing("appointment"),
        cancellationToken);

    public ValueTask<Outcome<bool>> CancelAsync(string vendorReference, CancellationToken cancellationToken) =>
        http.CallAsync(
            OfHold("$release", vendorReference),
            static (answer, _) => ValueTask.FromResult<Outcome<bool>>(answer.Status == Unprocessable ? RefusedByRule : answer.Status < 300),
            cancellationToken);

    private static HubError RefusedByRule => new(HubErrorCode.BusinessRule, "The vendor refuses this by a rule of its own.");

    private static ParametersParameter Parameter(string name, FhirValue value) => new() { Name = name, Value = value };

    private static HubError Missing(string names) => new(HubErrorCode.VendorInvalidValue, $"The answer lacks a usable parameter: {names}.");

    private VendorCall OfHold(string operation, string reference) => Call(operation, [Parameter("hold", FhirValue.String(reference))]);

    private VendorCall Call(string operation, IReadOnlyList<ParametersParameter> parameters) => new(HttpMethod.Post, VendorAddress.Below(baseUrl, $"Appointment/{operation}"))
    {
        Body = FhirJson.ToUtf8(new Parameters { Parameter = parameters }),
        Verdicts = [.. Gone, Unprocessable],
    };

    private async ValueTask<Outcome<T>> SendAsync<T>(VendorCall call, Func<Func<string, FhirValue?>, Outcome<T>> read, CancellationToken cancellationToken) =>
        await http.CallAsync(call, async (answer, token) => answer.Status switch
        {
            Unprocessable => RefusedByRule,
            _ when Gone.Contains(answer.Status) => new HubError(HubErrorCode.SlotTaken, "The vendor has given the slot to somebody else."),
            _ => await ReadAsync(answer.Body, read, token),
        }, cancellationToken);

    private static async ValueTask<Outcome<T>> ReadAsync<T>(Stream body, Func<Func<string, FhirValue?>, Outcome<T>> read, CancellationToken cancellationToken)
    {
        var result = await FhirJson.ReadAsync<Parameters>(body, FhirReadOptions.Default with { MaxStreamBytes = MaxAnswerBytes }, cancellationToken);
        return result is { HasErrors: false, Resource: { } answer }
            ? read(name => answer.Parameter?.FirstOrDefault(parameter => parameter.Name == name)?.Value)
            : new HubError(HubErrorCode.VendorMalformed, "The answer is no readable Parameters.");
    }
}
