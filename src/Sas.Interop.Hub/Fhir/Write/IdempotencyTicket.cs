using System.Text;

using Microsoft.EntityFrameworkCore;

using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Fhir.Write;

/// <summary>One request's hold on its <c>Idempotency-Key</c>. Without a key every method does nothing and every act may begin.</summary>
/// <param name="key">Key of the row, or null.</param>
/// <param name="body">Key of the body.</param>
/// <param name="keptFor">How long the answer is kept.</param>
/// <param name="time">The clock.</param>
internal sealed class IdempotencyTicket(string? key, string body, TimeSpan keptFor, TimeProvider time)
{
    /// <summary>The orientation that an earlier request with this key opened and left without an answer: it died in the middle, and this one goes on where it was; null when there is none.</summary>
    public string? OrientationId { get; init; }

    /// <summary>Whether the answer is in the transaction of the act.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Notes which orientation the request opens, in the transaction that opens it.</summary>
    /// <returns>False when another request with this key has come first; the change must be declined then.</returns>
    public async Task<bool> OpenAsync(StorageChange change, string orientationId, CancellationToken cancellationToken)
    {
        if (key is null)
        {
            return true;
        }

        var now = time.GetUtcNow();
        var row = await change.Context.FindAsync<IdempotentAnswerRow>([key], cancellationToken);
        if (row is not null && row.ExpiresAt > now)
        {
            return false;
        }

        if (row is null)
        {
            row = new IdempotentAnswerRow { Key = key, Body = body };
            change.Context.Add(row);
        }

        (row.Body, row.OrientationId, row.Status, row.Answer) = (body, orientationId, 0, null);
        (row.CreatedAt, row.ExpiresAt) = (now, now + keptFor);
        return true;
    }

    /// <summary>Keeps the answer, in the transaction that makes it true.</summary>
    public async Task KeepAsync(StorageChange change, WriteAnswer answer, CancellationToken cancellationToken)
    {
        if (key is null)
        {
            return;
        }

        var now = time.GetUtcNow();
        var row = await change.Context.FindAsync<IdempotentAnswerRow>([key], cancellationToken);
        if (row is null)
        {
            row = new IdempotentAnswerRow { Key = key, Body = body, CreatedAt = now };
            change.Context.Add(row);
        }

        (row.Status, row.Answer, row.ExpiresAt) = (answer.Status, Encoding.UTF8.GetString(FhirJson.ToUtf8(answer.Body)), now + keptFor);
        IsKept = true;
    }

    /// <summary>Lets go of the key, in the transaction that undoes what the request began: a repetition begins anew.</summary>
    public async Task ReleaseAsync(StorageChange change, CancellationToken cancellationToken)
    {
        if (key is not null)
        {
            await change.Context.Set<IdempotentAnswerRow>().Where(answer => answer.Key == key && answer.Status == 0).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
