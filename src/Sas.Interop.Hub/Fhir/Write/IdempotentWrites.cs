using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Fhir.Write;

/// <summary>
/// Sees to it that a request with an <c>Idempotency-Key</c> has the effect of once, however often it is sent: the same key and body get the same answer, another body is refused,
/// and a repetition of a request that is under way is asked to come back. Each caller has keys of its own.
/// </summary>
internal sealed class IdempotentWrites(StorageGuard storage, BaseAddress baseAddress, IOptions<WriteOptions> options, TimeProvider time)
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 255;
    private readonly ConcurrentDictionary<string, byte> _underWay = new(StringComparer.Ordinal);

    /// <summary>Does a request once and answers it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="operation">What is done; keys of different operations are different.</param>
    /// <param name="body">The request's body; compared byte by byte.</param>
    /// <param name="act">Does it. What it opens it notes with the ticket, in the same transaction.</param>
    /// <returns>Why nothing was done; null when the request was answered.</returns>
    public async Task<WriteRefusal?> RunAsync(HttpContext context, string operation, ReadOnlyMemory<byte> body, Func<IdempotencyTicket, Task<WriteAnswer>> act)
    {
        var given = context.Request.Headers[Header];
        if (given.Count == 0)
        {
            await AnswerAsync(context, await act(new IdempotencyTicket(null, string.Empty, TimeSpan.Zero, time)));
            return null;
        }

        if (given.Count > 1 || given[0] is not { Length: > 0 and <= LongestKey } text || text.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return WriteRefusal.Of(HubErrorCode.RequestInvalid, $"{Header} must be one value of 1 to {LongestKey} visible ASCII characters.");
        }

        var key = IdentifierKey.Of(context.CallerId(), operation, text);
        if (!_underWay.TryAdd(key, 0))
        {
            return UnderWay(context);
        }

        try
        {
            return await RunAsync(context, key, Convert.ToHexStringLower(SHA256.HashData(body.Span)), act);
        }
        finally
        {
            _underWay.TryRemove(key, out _);
        }
    }

    /// <summary>The refusal of a request whose key belongs to one that is under way.</summary>
    public static WriteRefusal UnderWay(HttpContext context)
    {
        context.Response.Headers.RetryAfter = FhirFaults.ComeBackInSeconds;
        return WriteRefusal.Of(HubErrorCode.Conflict, $"A request with this {Header} is under way; send this one again later for its answer.");
    }

    /// <summary>Lets go of answers that were kept long enough.</summary>
    public Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return storage.ChangeAsync(
            change => change.Context.Set<IdempotentAnswerRow>().Where(answer => answer.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    private async Task<WriteRefusal?> RunAsync(HttpContext context, string key, string body, Func<IdempotencyTicket, Task<WriteAnswer>> act)
    {
        var known = await storage.UseAsync(database => database.Set<IdempotentAnswerRow>().AsNoTracking().FirstOrDefaultAsync(answer => answer.Key == key));
        var kept = known?.ExpiresAt > time.GetUtcNow() ? known : null;
        if (kept is not null && kept.Body != body)
        {
            return WriteRefusal.Of(HubErrorCode.IdempotencyKeyReused, $"This {Header} came before with another body; nothing was done.");
        }

        if (kept is { Status: > 0, Answer: { } answer })
        {
            await ReplayAsync(context, kept.Status, Encoding.UTF8.GetBytes(answer));
            return null;
        }

        var ticket = new IdempotencyTicket(key, body, options.Value.IdempotencyKeptFor, time) { OrientationId = kept?.OrientationId };
        var made = await act(ticket);
        if (made.IsKept && !ticket.IsKept)
        {
            await storage.ChangeAsync(
                async change =>
                {
                    await ticket.KeepAsync(change, made, CancellationToken.None);
                    return true;
                },
                CancellationToken.None);
        }

        await AnswerAsync(context, made);
        return null;
    }

    private Task AnswerAsync(HttpContext context, WriteAnswer answer)
    {
        if (answer.Status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = FhirFaults.ComeBackInSeconds;
        }

        Locate(context, answer.Status, answer.Body.TypeName, answer.Body.Id);
        return FhirResponses.WriteAsync(context, answer.Status, answer.Body);
    }

    private Task ReplayAsync(HttpContext context, int status, byte[] body)
    {
        var resource = JsonElement.Parse(body);
        Locate(context, status, resource.GetProperty("resourceType").GetString(), resource.TryGetProperty("id", out var id) ? id.GetString() : null);
        context.Response.StatusCode = status;
        return FhirResponses.WriteAsync(context, body);
    }

    private void Locate(HttpContext context, int status, string? type, string? id)
    {
        if (status == StatusCodes.Status201Created && id is not null)
        {
            context.Response.Headers.Location = $"{baseAddress.Of(context.Request)}/{type}/{id}";
        }
    }
}
