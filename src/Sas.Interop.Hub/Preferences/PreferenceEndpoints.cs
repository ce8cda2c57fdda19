using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Security.Audit;

namespace Sas.Interop.Hub.Preferences;

/// <summary><c>/v1/practitioners/{nationalId}/preferences</c>: what one owner declares, read, replaced and taken back whole.</summary>
internal sealed class PreferenceEndpoints(PreferenceStore store, PreferenceKeeper keeper, KnownEditors editors, TimeProvider time)
{
    /// <summary>What the audit calls the declaration of an owner.</summary>
    public const string Audited = "preferences";

    public async Task GetAsync(HttpContext context)
    {
        var (owner, required, error) = Address(context);
        if (required is null)
        {
            await ApiAnswers.WriteAsync(context, error ?? ApiError.Internal);
            return;
        }

        var stored = await store.FindAsync(owner.ToString(), context.RequestAborted);
        if (stored?.Content is null)
        {
            await ApiAnswers.WriteAsync(context, ApiError.NotFound);
            return;
        }

        Describe(context.Response, stored);
        if (required.Has(stored))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await WriteAsync(context, StatusCodes.Status200OK, stored.Content);
    }

    public async Task PutAsync(HttpContext context)
    {
        var (owner, required, error) = Address(context);
        if (required is null)
        {
            await ApiAnswers.WriteAsync(context, error ?? ApiError.Internal);
            return;
        }

        var (body, unreadable) = await ApiBody.ReadAsync(context, time);
        if (body is null)
        {
            await ApiAnswers.WriteAsync(context, unreadable ?? ApiError.Internal);
            return;
        }

        if (new PreferenceReader(body, owner, editors.For(owner)).Read() is not { } document)
        {
            await ApiAnswers.WriteAsync(context, ApiError.Invalid(body.Faults.Faults()));
            return;
        }

        var json = document.ToJson();
        var changed = await keeper.ChangeAsync(owner, kept => required.Allow(kept) ? new PreferenceChange(json) : null, context.RequestAborted);
        AuditNotes.Touch(context, Audited, owner.ToString());
        if (Refusal(changed) is { } refused)
        {
            await ApiAnswers.WriteAsync(context, refused);
            return;
        }

        Describe(context.Response, changed.Now);
        await WriteAsync(context, changed.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, json);
    }

    public async Task DeleteAsync(HttpContext context)
    {
        var (owner, required, error) = Address(context);
        if (required is null)
        {
            await ApiAnswers.WriteAsync(context, error ?? ApiError.Internal);
            return;
        }

        var changed = await keeper.ChangeAsync(owner, kept => required.Allow(kept) ? new PreferenceChange(null) : null, context.RequestAborted);
        AuditNotes.Touch(context, Audited, owner.ToString());
        if (Refusal(changed) is { } refused)
        {
            await ApiAnswers.WriteAsync(context, refused);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Why a change was not made; null when what is kept is what was asked for.</summary>
    public static ApiError? Refusal(PreferenceChanged changed) => changed.Verdict switch
    {
        ChangeVerdict.Made or ChangeVerdict.Unchanged => null,
        ChangeVerdict.Declined => ApiError.Precondition,
        ChangeVerdict.Full => ApiError.Full,
        _ => ApiError.Busy,
    };

    /// <summary>Puts entity tag and time of a declaration on an answer.</summary>
    public static void Describe(HttpResponse response, StoredPreference? stored)
    {
        response.Headers.CacheControl = "private, no-cache";
        if (stored is not null)
        {
            response.Headers.ETag = Preconditions.TagOf(stored);
            response.Headers.LastModified = stored.ChangedAt.UtcDateTime.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    // What is kept and cannot be read is shown as the refusal that searches make of it.
    private static Task WriteAsync(HttpContext context, int status, string json) =>
        ApiAnswers.WriteAsync(context, status, PreferenceDocument.Parse(json) ?? PreferenceDocument.Unreadable, PreferencesJsonContext.Wire.PreferenceDocument);

    private static (OwnerKey Owner, Preconditions? Required, ApiError? Error) Address(HttpContext context)
    {
        if (!OwnerIds.TryParse((string?)context.GetRouteValue("nationalId"), out var owner))
        {
            return (default, null, ApiError.BadOwner);
        }

        var (required, error) = Preconditions.Of(context.Request);
        return (owner, required, error);
    }
}
