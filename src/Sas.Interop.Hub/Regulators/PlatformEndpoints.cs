using Sas.Interop.Hub.Persistence.Regulators;
using Sas.Interop.Hub.Preferences;
using Sas.Interop.Hub.Security.Audit;

namespace Sas.Interop.Hub.Regulators;

/// <summary><c>PUT /v1/regulators</c> and <c>PUT /v1/regulators/login</c>: what the platform tells its aggregator of regulators (PLATFORM §6).</summary>
internal sealed class PlatformEndpoints(
    RegulatorStore store, RegulatorKeeper keeper, DeliveryBook book, DeliveryAgenda agenda, PlatformEndpoints.Surroundings around)
{
    private const int MostAttempts = 5;

    public Task WriteAsync(HttpContext context) => ReceiveAsync(context, isLogin: false);

    public Task LoginAsync(HttpContext context) => ReceiveAsync(context, isLogin: true);

    private async Task ReceiveAsync(HttpContext context, bool isLogin)
    {
        var (body, unreadable) = await ApiBody.ReadAsync(context, around.Time);
        if (body is null)
        {
            await ApiAnswers.WriteAsync(context, unreadable ?? ApiError.Internal);
            return;
        }

        if (PlatformRegulator.Read(body) is not { } told)
        {
            await ApiAnswers.WriteAsync(context, ApiError.Invalid(body.Faults.Faults()));
            return;
        }

        var written = await KeepAsync(told, context.RequestAborted);
        if (Refusal(written) is { } refused)
        {
            await ApiAnswers.WriteAsync(context, refused);
            return;
        }

        if (written?.Now is { } touched)
        {
            AuditNotes.Touch(context, "Practitioner", touched.Id);
        }

        if (isLogin && written?.Now is { } now)
        {
            await book.RestartAsync(now.Id, context.RequestAborted);
            agenda.Ring();
        }

        var result = new PlatformResultDocument(written is null ? "ignored" : DeliveryDocument.Word(written.Verdict.ToString()), written?.Now?.Id, written?.Now?.Version);
        context.Response.Headers.CacheControl = "no-store";
        await ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, result, RegulatorsJsonContext.Wire.PlatformResultDocument);
    }

    /// <returns>What became of it; null when the call does not say enough for an account, which the platform's own calls sometimes do not.</returns>
    private async Task<RegulatorWritten?> KeepAsync(PlatformRegulator told, CancellationToken cancellationToken)
    {
        for (var attempt = 1; told.Key() is { } key; attempt++)
        {
            var kept = await store.FindAsync(key, cancellationToken);
            if (told.Over(kept?.State) is not { } state)
            {
                break;
            }

            // What was filled in from the kept account must still be so.
            var written = await keeper.UpdateAsync(key, state, kept is null ? null : version => version == kept.Version, cancellationToken);
            if (written.Verdict != RegulatorVerdict.PreconditionFailed || attempt == MostAttempts)
            {
                return written;
            }
        }

        around.Logger.CallIgnored();
        return null;
    }

    private static ApiError? Refusal(RegulatorWritten? written) => written?.Verdict switch
    {
        null or RegulatorVerdict.Created or RegulatorVerdict.Changed or RegulatorVerdict.Unchanged => null,
        RegulatorVerdict.Duplicate or RegulatorVerdict.SeveralMatches => new ApiError(
            StatusCodes.Status409Conflict, "conflict", "Another active account has this national identifier; nothing was changed.", "$.nationalId"),
        RegulatorVerdict.Full => new ApiError(StatusCodes.Status507InsufficientStorage, "full", "No more accounts can be kept; nothing was changed."),
        RegulatorVerdict.TooManyIdentifiers => new ApiError(StatusCodes.Status409Conflict, "conflict", "The account has had too many identifiers; nothing was changed."),
        _ => ApiError.Busy,
    };

    /// <summary>Clock and log.</summary>
    internal sealed record Surroundings(TimeProvider Time, ILogger<PlatformEndpoints> Logger);
}
