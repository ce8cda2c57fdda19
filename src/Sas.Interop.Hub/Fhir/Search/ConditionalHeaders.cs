using System.Globalization;

using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>Conditional requests and what an answer tells of its age (RFC 9110 §13, RFC 9111 §5).</summary>
internal static class ConditionalHeaders
{
    /// <summary>The age of data that the caller accepts at most; null when it did not say, zero for <c>no-cache</c>.</summary>
    public static TimeSpan? MaxAge(HttpRequest request)
    {
        if (StringValues.IsNullOrEmpty(request.Headers.CacheControl) || !CacheControlHeaderValue.TryParse(request.Headers.CacheControl.ToString(), out var control))
        {
            return null;
        }

        return control.NoCache ? TimeSpan.Zero : control.MaxAge;
    }

    /// <inheritdoc cref="Write(HttpContext, in Validators, DateTimeOffset)"/>
    public static bool Write(HttpContext context, SearchSurvey survey, DateTimeOffset now) =>
        Write(context, new Validators(survey.Tag, survey.ChangedAt, survey.Freshness.OldestSeen), now);

    /// <summary>Writes the validators and the age.</summary>
    /// <returns>Whether the caller has this answer already.</returns>
    public static bool Write(HttpContext context, in Validators validators, DateTimeOffset now)
    {
        var headers = context.Response.Headers;
        var tag = string.Create(CultureInfo.InvariantCulture, $"W/\"{validators.Tag:x16}\"");
        headers.ETag = tag;
        headers.CacheControl = "private, no-cache";
        if (validators.ChangedAt > DateTimeOffset.UnixEpoch)
        {
            headers.LastModified = HeaderUtilities.FormatDate(Up(validators.ChangedAt));
        }

        if (validators.SeenAt is { } seen)
        {
            headers.Age = ((long)Math.Max(0, (now - seen).TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        // The address of a POST does not tell what was searched for, so its tag says nothing of the next answer there (RFC 9110 §13.1.2).
        return !HttpMethods.IsPost(context.Request.Method) && IsKnown(context.Request.Headers, tag, validators.ChangedAt, now);
    }

    private static bool IsKnown(IHeaderDictionary request, string tag, DateTimeOffset changedAt, DateTimeOffset now)
    {
        if (!StringValues.IsNullOrEmpty(request.IfNoneMatch))
        {
            return EntityTagHeaderValue.TryParseList([.. request.IfNoneMatch.OfType<string>()], out var known)
                && EntityTagHeaderValue.TryParse(tag, out var mine)
                && known.Any(other => other.Equals(EntityTagHeaderValue.Any) || other.Compare(mine, useStrongComparison: false));
        }

        // A date within the present second could hide a change that comes later in it.
        return !StringValues.IsNullOrEmpty(request.IfModifiedSince)
            && HeaderUtilities.TryParseDate(request.IfModifiedSince.ToString(), out var since)
            && changedAt > DateTimeOffset.UnixEpoch
            && Up(changedAt) <= since
            && since <= now;
    }

    // Headers tell whole seconds: a change is told with the second that follows it, never with one before it.
    private static DateTimeOffset Up(DateTimeOffset instant)
    {
        var rest = instant.UtcTicks % TimeSpan.TicksPerSecond;
        return rest == 0 ? instant : instant.AddTicks(TimeSpan.TicksPerSecond - rest);
    }
}
