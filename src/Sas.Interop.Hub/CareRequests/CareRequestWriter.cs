using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Redirects;

namespace Sas.Interop.Hub.CareRequests;

/// <summary>Keeps a request that a vendor can take: orientation, link, and the answer for a repetition are one transaction.</summary>
internal sealed class CareRequestWriter(StorageGuard storage, OrientationJournal journal, IRedirectLinks links, CareRequestDocument documents, IOptions<CareRequestsOptions> options)
{
    /// <param name="draft">What is kept.</param>
    /// <param name="ticket">The request's hold on its key.</param>
    /// <param name="cancellationToken">Ends the wait, not a commit under way.</param>
    /// <returns>The answer; null when another request with the same key came first.</returns>
    public Task<WriteAnswer?> WriteAsync(CareRequestDraft draft, IdempotencyTicket ticket, CancellationToken cancellationToken) => storage.ChangeAsync<WriteAnswer?>(
        async change =>
        {
            if (!await ticket.OpenAsync(change, draft.Id, cancellationToken))
            {
                change.Decline();
                return null;
            }

            var row = Row(draft);
            journal.Open(change.Context, row, "The platform asked for care on the vendor's marketplace.");
            var end = draft.At + options.Value.LinkFor;
            var path = links.Add(change, row.Id, draft.Page, end);
            var answer = new WriteAnswer(StatusCodes.Status201Created, documents.Of(row, new CareRequestLink(draft.Root + path, end)), IsKept: true);
            await ticket.KeepAsync(change, answer, cancellationToken);
            return answer;
        },
        cancellationToken);

    private OrientationRow Row(CareRequestDraft draft) => new()
    {
        Id = draft.Id,
        Kind = nameof(OrientationKind.Marketplace),
        State = nameof(OrientationState.Linked),
        CreatedAt = draft.At,
        ChangedAt = draft.At,
        RegulatorSystem = draft.Order.Regulator.System,
        RegulatorValue = draft.Order.Regulator.Value,
        Territory = draft.Order.Territory,
        Owner = draft.Order.Owner.ToString(),
        OwnerKind = (int)OwnerKind.Practitioner,
        PlaceKey = draft.Place?.Key,
        PostalCode = draft.PostalCode,
        VendorId = draft.VendorId,
        ExpiresAt = draft.At + options.Value.OpenFor,
    };
}

/// <summary>A request that a vendor can take.</summary>
/// <param name="Id">Its id, which the vendor's page may carry.</param>
/// <param name="Order">What the platform asks for.</param>
/// <param name="VendorId">The vendor.</param>
/// <param name="Page">The vendor's page.</param>
/// <param name="At">When it was made.</param>
internal sealed record CareRequestDraft(string Id, CareRequestOrder Order, string VendorId, Uri Page, DateTimeOffset At)
{
    public PlaceDetails? Place { get; init; }

    public string? PostalCode { get; init; }

    /// <summary>Root of the hub as its caller sees it, without trailing slash.</summary>
    public required string Root { get; init; }
}
