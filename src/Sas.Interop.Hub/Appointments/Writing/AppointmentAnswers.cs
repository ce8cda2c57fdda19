using System.Text;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Appointments.Writing;

/// <summary>What a sender is told of its notice.</summary>
internal sealed class AppointmentAnswers(BaseAddress baseAddress, ILogger<AppointmentAnswers> logger)
{
    /// <returns>A refusal that is still to be answered; null when the answer is written.</returns>
    public async Task<WriteRefusal?> AnswerAsync(HttpContext context, AppointmentChanged changed)
    {
        if (Refusal(changed.Verdict) is { } refusal)
        {
            return refusal;
        }

        // Every other verdict leaves something behind.
        await WriteAsync(context, changed.Now!, changed.Verdict == AppointmentVerdict.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK);
        return null;
    }

    /// <summary>Logs a refusal: who, and how many issues, never what.</summary>
    public void Tell(string sender, WriteRefusal refusal) => logger.AppointmentRefused(sender, refusal.Status, refusal.Outcome.Issue?.Count ?? 0);

    private static WriteRefusal? Refusal(AppointmentVerdict verdict) => verdict switch
    {
        AppointmentVerdict.Foreign => WriteRefusal.Of(
            HubErrorCode.CallerForbidden,
            "The system of the identifier is not the sender's: each sender writes with its own.",
            "Appointment.identifier[0].system"),
        AppointmentVerdict.Duplicate => WriteRefusal.Of(
            HubErrorCode.Duplicate,
            "There is an appointment of this identifier that says something else; change it with PUT (D54).",
            "Appointment.identifier"),
        AppointmentVerdict.Mismatch => WriteRefusal.Of(HubErrorCode.PreconditionFailed, "The version that is kept is not the one that the request requires."),
        _ => null,
    };

    private async Task WriteAsync(HttpContext context, StoredAppointment stored, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = $"{baseAddress.Of(context.Request)}/Appointment/{stored.Id}";
        VersionTag.Write(context, stored.Version, stored.UpdatedAt);
        if (context.Request.Headers["Prefer"].ToString().Contains("return=minimal", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.ContentLength = 0;
            return;
        }

        await FhirResponses.WriteAsync(context, Encoding.UTF8.GetBytes(stored.Content));
    }
}
