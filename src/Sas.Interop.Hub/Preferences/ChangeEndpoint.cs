using System.Globalization;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Hub.Persistence;

namespace Sas.Interop.Hub.Preferences;

/// <summary><c>GET /v1/preferences</c>: what has changed, in pages, so that the platform can compare with what it keeps itself.</summary>
internal sealed class ChangeEndpoint(PreferenceStore store)
{
    private const int UsualCount = 100;
    private const int MostCount = 250;

    public async Task ReadAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var since = DateTimeOffset.MinValue;
        if (query["changedSince"].ToString() is { Length: > 0 } instant && !TryReadInstant(instant, out since))
        {
            await ApiAnswers.WriteAsync(context, ApiError.Invalid("query.changedSince", "Must be an instant with offset, such as 2026-03-02T08:00:00+01:00."));
            return;
        }

        if (!TryReadNumber(query["after"].ToString(), 0, long.MaxValue, out var after))
        {
            await ApiAnswers.WriteAsync(context, ApiError.Invalid("query.after", "Must be the cursor of an earlier page."));
            return;
        }

        if (!TryReadNumber(query["count"].ToString(), UsualCount, MostCount, out var count) || count == 0)
        {
            await ApiAnswers.WriteAsync(context, ApiError.Invalid("query.count", string.Create(CultureInfo.InvariantCulture, $"Must be a number from 1 to {MostCount}.")));
            return;
        }

        // One more than asked for tells whether there is a next page.
        var rows = await store.ReadPageAsync(since, after, (int)count + 1, context.RequestAborted);
        if (rows.Count == 0 && after > await store.LastRevisionAsync(context.RequestAborted))
        {
            await ApiAnswers.WriteAsync(context, ApiError.CursorGone);
            return;
        }

        var shown = rows.Take((int)count).ToList();
        var page = new PreferencePage([.. shown.Select(ToItem)], shown.Count > 0 ? shown[^1].Revision : after, rows.Count > shown.Count);
        context.Response.Headers.CacheControl = "no-store";
        await ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, page, PreferencesJsonContext.Wire.PreferencePage);
    }

    private static PreferencePageItem ToItem(StoredPreference stored) => new(
        stored.Owner,
        stored.Revision,
        UnavailabilityDocument.Text(stored.ChangedAt),
        stored.Content is null ? null : PreferenceDocument.Parse(stored.Content) ?? PreferenceDocument.Unreadable);

    // An unencoded plus arrives as a blank.
    private static bool TryReadInstant(string text, out DateTimeOffset instant) =>
        Instants.TryReadWithOffset(text, out instant) || (text.Length > 6 && text[^6] == ' ' && Instants.TryReadWithOffset($"{text[..^6]}+{text[^5..]}", out instant));

    private static bool TryReadNumber(string text, long fallback, long most, out long number)
    {
        number = fallback;
        return text.Length == 0 || (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most);
    }
}
