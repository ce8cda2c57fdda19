using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Preferences;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Orientations;

/// <summary><c>POST /v1/orientations</c>: an act that the platform did without the hub enters the record, so that the tracking board counts it.</summary>
internal sealed class RecordingEndpoint(RecordingStore store, IVendorCatalog catalog, TimeProvider time, ILogger<RecordingEndpoint> logger)
{
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 255;

    private static readonly ApiError Reused = new(StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", "This Idempotency-Key came before with another act; nothing was recorded.", $"header.{KeyHeader}");

    public async Task PostAsync(HttpContext context)
    {
        var now = time.GetUtcNow();
        if (!TryReadKey(context.Request, out var key))
        {
            await ApiAnswers.WriteAsync(context, ApiError.Invalid($"header.{KeyHeader}", $"Must be one value of 1 to {LongestKey} visible ASCII characters."));
            return;
        }

        var (body, unreadable) = await ApiBody.ReadAsync(context, time);
        if (body is null)
        {
            await ApiAnswers.WriteAsync(context, unreadable ?? ApiError.Internal);
            return;
        }

        // The same key of the same caller gives the same id: who comes second finds what the first one made, however much later.
        var id = key is null ? RowIds.Create(now) : IdentifierKey.Of("recorded-orientation", context.CallerId(), key)[..RowIds.Length];
        var reader = new RecordingReader(body, now, catalog.Current.ContainsKey);
        if (reader.Read(id) is not { } row)
        {
            await ApiAnswers.WriteAsync(context, ApiError.Invalid(body.Faults.Faults()));
            return;
        }

        var kept = await store.RecordAsync(row, reader.IsDated, context.RequestAborted);
        if (kept.Verdict == ChangeVerdict.Declined)
        {
            await ApiAnswers.WriteAsync(context, Reused);
            return;
        }

        if (kept.Verdict == ChangeVerdict.Made)
        {
            logger.OrientationRecorded(id, row.Kind);
        }

        context.Response.Headers.Location = $"{ApiAnswers.Path}/orientations/{id}";
        var status = kept.Verdict == ChangeVerdict.Made ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        await OrientationEndpoints.WriteAsync(context, status, json => OrientationRecord.Write(json, kept.Row));
    }

    private static bool TryReadKey(HttpRequest request, out string? key)
    {
        var given = request.Headers[KeyHeader];
        key = given.Count == 1 ? given[0] : null;
        return given.Count == 0 || key is { Length: > 0 and <= LongestKey } && !key.AsSpan().ContainsAnyExceptInRange('!', '~');
    }
}
