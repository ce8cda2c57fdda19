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
    public Task CreateAsync(HttpContext context)
    {
        var criterion = context.Request.Headers["If-None-Exist"].ToString();
        var onlyIfNone = criterion.Length > 0;
        var read = onlyIfNone ? IdentifierCriterion.Read(criterion.AsSpan(criterion.IndexOf('?', StringComparison.Ordinal) + 1)) : default;
        return onlyIfNone && !read.IsSuccess
            ? RefuseAsync(context, Caller.Unnamed, WriteRefusal.Of(read.Error.Code, "If-None-Exist: " + read.Error.Detail))
            : ReceiveAsync(context, read.Value, (kept, notice, fingerprint) => WriteRule.Create(kept, fingerprint, onlyIfNone));
    }

    public Task UpdateAsync(HttpContext context)
    {
        var criterion = IdentifierCriterion.Read(context.Request.QueryString.Value);
        if (!criterion.IsSuccess)
        {
            return RefuseAsync(context, Caller.Unnamed, WriteRefusal.Of(criterion.Error.Code, criterion.Error.Detail));
        }

        var condition = VersionCondition.Of(context.Request);
        return condition.IsSuccess
            ? ReceiveAsync(context, criterion.Value, (kept, notice, fingerprint) => WriteRule.Update(kept, fingerprint, notice.Marks, condition.Value))
            : RefuseAsync(context, Caller.Unnamed, WriteRefusal.Of(condition.Error.Code, condition.Error.Detail));
    }

    private async Task ReceiveAsync(
        HttpContext context,
        IdentifierCriterion? criterion,
        Func<StoredAppointment?, AppointmentNotice, string, AppointmentVerdict> decide)
    {
        var caller = callers.Identify(context.Request);
        if (!caller.IsSuccess)
        {
            await WriteDoor.WriteAsync(context, WriteRefusal.Of(caller.Error.Code, caller.Error.Detail));
            return;
        }

        var sender = caller.Value.Sender;
        await door.ReceiveAsync<Appointment>(context, async written =>
        {
            var refusal = await WriteAsync(context, written, (sender, criterion), decide);
            if (refusal is not null)
            {
                answers.Tell(sender, refusal);
            }

            return refusal;
        });
    }

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

    private Task RefuseAsync(HttpContext context, string sender, WriteRefusal refusal)
    {
        answers.Tell(sender, refusal);
        return WriteDoor.WriteAsync(context, refusal);
    }
}
