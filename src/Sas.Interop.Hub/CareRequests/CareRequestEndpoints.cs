using System.Globalization;

using Microsoft.Net.Http.Headers;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.CareRequests;

/// <summary><c>/fhir/ServiceRequest</c> for changes: a request for care is opened and taken back.</summary>
internal sealed class CareRequestEndpoints(WriteDoor door, IdempotentWrites once, CareRequestDesks desks, CareRequestAnswers answers, ILogger<CareRequestEndpoints> logger)
{
    /// <summary><c>POST /fhir/ServiceRequest</c>.</summary>
    public Task PostAsync(HttpContext context) => door.ReceiveAsync<ServiceRequest>(context, async written =>
    {
        var (order, refusal) = ServiceRequestReader.Read(written, isNew: true);
        return order is null
            ? refusal
            : await once.RunAsync(context, "ServiceRequest", written.Utf8, ticket => OpenAsync(context, order, ticket));
    });

    /// <summary><c>PUT /fhir/ServiceRequest/{id}</c> with the status <c>revoked</c>.</summary>
    public Task PutAsync(HttpContext context) => door.ReceiveAsync<ServiceRequest>(context, async written =>
    {
        var (order, refusal) = ServiceRequestReader.Read(written, isNew: false);
        return order is null ? refusal : await ChangeAsync(context, order, written.Resource.Id);
    });

    private async Task<WriteAnswer> OpenAsync(HttpContext context, CareRequestOrder order, IdempotencyTicket ticket)
    {
        var prepared = await desks.Opening.PrepareAsync(order, answers.RootOf(context.Request), context.RequestAborted);
        if (!prepared.IsSuccess)
        {
            logger.CareRequestRefused(order.Owner.ToString(), prepared.Error.Code);
            return WriteAnswer.Of(WriteRefusal.Of(prepared.Error.Code, prepared.Error.Detail));
        }

        var draft = prepared.Value;
        if (await desks.Writer.WriteAsync(draft, ticket, context.RequestAborted) is not { } answer)
        {
            return WriteAnswer.Of(IdempotentWrites.UnderWay(context));
        }

        logger.CareRequestOpened(draft.Id, order.Owner.ToString(), draft.VendorId);
        context.Response.Headers.ETag = CareRequestAnswers.TagOf(1);
        context.Response.Headers.CacheControl = "no-store";
        return answer;
    }

    private async Task<WriteRefusal?> ChangeAsync(HttpContext context, CareRequestOrder order, string? bodyId)
    {
        var id = context.Request.RouteValues["id"] as string ?? string.Empty;
        if (bodyId is not null && bodyId != id)
        {
            return WriteRefusal.Of(HubErrorCode.RequestInvalid, "The id of the body is not that of the address.", "ServiceRequest.id");
        }

        if (!TryReadVersion(context.Request, out var version))
        {
            return WriteRefusal.Of(HubErrorCode.RequestInvalid, "If-Match must hold the entity tag of the request, such as W/\"1\".");
        }

        var kept = await desks.FindAsync(id, context.RequestAborted);
        if (kept is null)
        {
            return WriteRefusal.Of(HubErrorCode.NotFound, "No ServiceRequest of this id is kept.");
        }

        if (kept.Owner != order.Owner.ToString() || kept.RegulatorSystem != order.Regulator.System || kept.RegulatorValue != order.Regulator.Value)
        {
            return WriteRefusal.Of(HubErrorCode.BusinessRule, "Only the status of a request can be changed: requester and performer must be those that it has.", "ServiceRequest.requester", "ServiceRequest.performer");
        }

        if (order.Status != "revoked")
        {
            return await AnswerUnchangedAsync(context, kept, version);
        }

        var change = await desks.CancelAsync(id, version, context.RequestAborted);
        switch (change?.Verdict)
        {
            case CareRequestVerdict.Made or CareRequestVerdict.Unchanged:
                logger.CareRequestCancelled(id);
                await answers.WriteAsync(context, change.Row);
                return null;
            case CareRequestVerdict.Stale:
                return Stale();
            case CareRequestVerdict.Closed:
                return WriteRefusal.Of(HubErrorCode.Conflict, $"The request is {CareRequestDocument.StatusOf(change.Row.State)} already; an appointment is cancelled at its vendor.");
            default:
                return WriteRefusal.Of(HubErrorCode.NotFound, "No ServiceRequest of this id is kept.");
        }
    }

    private async Task<WriteRefusal?> AnswerUnchangedAsync(HttpContext context, OrientationRow kept, int? version)
    {
        if (version is { } wanted && wanted != kept.Version)
        {
            return Stale();
        }

        if (CareRequestDocument.StatusOf(kept.State) != "active")
        {
            return WriteRefusal.Of(HubErrorCode.Conflict, "A request that is closed cannot be opened again; make a new one.");
        }

        await answers.WriteAsync(context, kept);
        return null;
    }

    private static WriteRefusal Stale() => WriteRefusal.Of(HubErrorCode.PreconditionFailed, "The request has changed since it was read; read it again.");

    private static bool TryReadVersion(HttpRequest request, out int? version)
    {
        version = null;
        if (request.Headers.IfMatch.Count == 0 || request.Headers.IfMatch.ToString() == "*")
        {
            return true;
        }

        if (!EntityTagHeaderValue.TryParse(request.Headers.IfMatch.ToString(), out var tag)
            || !int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        version = number;
        return true;
    }
}
