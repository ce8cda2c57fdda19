using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Security.Audit;

namespace Sas.Interop.Hub.Preferences;

/// <summary>The calls that the platform's own client makes about vendors (PLATFORM §2).</summary>
internal sealed class EditorEndpoints(KnownEditors editors, PreferenceKeeper keeper, TimeProvider time)
{
    /// <summary><c>GET /v1/editors</c>.</summary>
    public Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["group"].ToString() is not ("" or "id-name"))
        {
            return ApiAnswers.WriteAsync(context, ApiError.Invalid("query.group", "The one group is id-name."));
        }

        if (!TryReadFlag(query, "is_active", out var active))
        {
            return ApiAnswers.WriteAsync(context, ApiError.Invalid("query.is_active", "Must be 1 or 0; left out, all vendors are listed."));
        }

        if (!TryReadFlag(query, "marketplace", out var offers))
        {
            return ApiAnswers.WriteAsync(context, ApiError.Invalid("query.marketplace", "Must be 1 or 0; left out, vendors with and without a marketplace are listed."));
        }

        context.Response.Headers.CacheControl = "no-store";
        return ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, editors.List(active, offers), PreferencesJsonContext.Wire.IReadOnlyListEditorDocument);
    }

    /// <summary>Reads a parameter of truth as the platform writes it: 1 or 0, or nothing.</summary>
    public static bool TryReadFlag(IQueryCollection query, string name, out bool? flag)
    {
        (flag, var isKnown) = query[name].ToString() switch
        {
            "" => ((bool?)null, true),
            "1" or "true" => (true, true),
            "0" or "false" => (false, true),
            _ => (null, false),
        };
        return isKnown;
    }

    /// <summary><c>GET /v1/practitioners/national-id/{id}</c>.</summary>
    public Task OfOwnerAsync(HttpContext context)
    {
        if (!OwnerIds.TryParse((string?)context.GetRouteValue("nationalId"), out var owner))
        {
            return ApiAnswers.WriteAsync(context, ApiError.BadOwner);
        }

        context.Response.Headers.CacheControl = "no-store";
        return ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, editors.Of(owner), PreferencesJsonContext.Wire.IReadOnlyListEditorLinkDocument);
    }

    /// <summary><c>PUT /v1/practitioner-editors/{nationalId}/bulk</c>.</summary>
    public async Task DeclareAsync(HttpContext context)
    {
        if (!OwnerIds.TryParse((string?)context.GetRouteValue("nationalId"), out var owner) || owner.Kind != OwnerKind.Practitioner)
        {
            await ApiAnswers.WriteAsync(context, ApiError.BadOwner);
            return;
        }

        var (body, unreadable) = await ApiBody.ReadAsync(context, time);
        if (body is null)
        {
            await ApiAnswers.WriteAsync(context, unreadable ?? ApiError.Internal);
            return;
        }

        if (body.At.Find("editorIds") is null)
        {
            body.Faults.Add("$.editorIds", 0, "Missing; an empty list clears what was declared.");
        }

        var ids = EditorList.Read(body, "editorIds", editors.For(owner));
        body.Close();
        if (body.Faults.Count > 0)
        {
            await ApiAnswers.WriteAsync(context, ApiError.Invalid(body.Faults.Faults()));
            return;
        }

        var changed = await keeper.ChangeAsync(owner, kept => Declare(kept, ids), context.RequestAborted);
        AuditNotes.Touch(context, PreferenceEndpoints.Audited, owner.ToString());
        if (PreferenceEndpoints.Refusal(changed) is { } refused)
        {
            await ApiAnswers.WriteAsync(context, refused);
            return;
        }

        PreferenceEndpoints.Describe(context.Response, changed.Now);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>The rest of the declaration stays.</summary>
    private static PreferenceChange Declare(StoredPreference? kept, IReadOnlyList<string> ids)
    {
        if (kept?.Content is null)
        {
            return new PreferenceChange(ids.Count == 0 ? null : new PreferenceDocument { DeclaredVendors = ids }.ToJson());
        }

        var before = PreferenceDocument.Parse(kept.Content) ?? PreferenceDocument.Unreadable;
        return new PreferenceChange((before with { DeclaredVendors = ids }).ToJson());
    }
}
