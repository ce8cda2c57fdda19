using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Hub.Appointments.Notices;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Appointments.Writing;

/// <summary>INT_R03: <c>POST /fhir/Appointment</c> and <c>PUT /fhir/Appointment?identifier=</c> (CONTRACT §4.1, §4.3).</summary>
internal sealed class AppointmentWrites(
    WriteDoor door,
    VendorCaller callers,
    AppointmentKeeper keeper,
    AppointmentAnswers answers,
    IOptions<AppointmentsOptions> options)
{
    public async Task CreateAsync(HttpContext context)
    {
        if (await FindSenderAsync(context) is not { } sender)
        {
            return;
        }

        var header = context.Request.Headers["If-None-Exist"].ToString();
        if (header.Length == 0)
        {
            await ReceiveAsync(context, (sender, null), static (kept, _, fingerprint) => WriteRule.Create(kept, fingerprint, onlyIfNone: false));
            return;
        }

        var criterion = IdentifierCriterion.Read(header.AsSpan(header.IndexOf('?', StringComparison.Ordinal) + 1));
        await (criterion.IsSuccess
            ? ReceiveAsync(context, (sender, criterion.Value), static (kept, _, fingerprint) => WriteRule.Create(kept, fingerprint, onlyIfNone: true))
            : RefuseAsync(context, sender, criterion.Error));
    }

    public async Task UpdateAsync(HttpContext context)
    {
        if (await FindSenderAsync(context) is not { } sender)
        {
            return;
        }

        var criterion = IdentifierCriterion.Read(context.Request.QueryString.Value);
        var condition = VersionCondition.Of(context.Request);
        if (!criterion.IsSuccess || !condition.IsSuccess)
        {
            await RefuseAsync(context, sender, (criterion.Error ?? condition.Error)!); // One of them is there.
            return;
        }

        await ReceiveAsync(context, (sender, criterion.Value), (kept, notice, fingerprint) => WriteRule.Update(kept, fingerprint, notice.Marks, condition.Value));
    }

    /// <returns>Who sends; null when the caller was told that it may not.</returns>
    private async Task<string?> FindSenderAsync(HttpContext context)
    {
        var caller = callers.Identify(context.Request);
        if (caller.IsSuccess)
        {
            return caller.Value.Sender;
        }

        await WriteDoor.WriteAsync(context, WriteRefusal.Of(caller.Error.Code, caller.Error.Detail));
        return null;
    }

    private Task ReceiveAsync(
        HttpContext context,
        (string Sender, IdentifierCriterion? Criterion) request,
        Func<StoredAppointment?, AppointmentNotice, string, AppointmentVerdict> decide) => door.ReceiveAsync<Appointment>(context, async written =>
    {
        var refusal = await WriteAsync(context, written, request, decide);
        if (refusal is not null)
        {
            answers.Tell(request.Sender, refusal);
        }

        return refusal;
    });

    private async Task<WriteRefusal?> WriteAsync(
        HttpContext context,
        Written<Appointment> written,
        (string Sender, IdentifierCriterion? Criterion) request,
        Func<StoredAppointment?, AppointmentNotice, string, AppointmentVerdict> decide)
    {
        var (notice, faults) = NoticeReader.Read(written, options.Value.LongestAppointment);
        if (notice is null)
        {
            return WriteRefusal.Of(faults);
        }

        if (request.Criterion?.Names(notice.System, notice.Value) == false)
        {
            return WriteRefusal.Of(HubErrorCode.BusinessRule, "The identifier of the resource is not the one that the request names.", "Appointment.identifier");
        }

        var changed = await keeper.ChangeAsync(
            notice,
            request.Sender,
            context.Request.Method,
            (kept, fingerprint) => decide(kept, notice, fingerprint),
            context.RequestAborted);
        return await answers.AnswerAsync(context, changed);
    }

    private Task RefuseAsync(HttpContext context, string sender, HubError error)
    {
        var refusal = WriteRefusal.Of(error.Code, error.Detail);
        answers.Tell(sender, refusal);
        return WriteDoor.WriteAsync(context, refusal);
    }
}
