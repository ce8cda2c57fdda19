using System.Globalization;

using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

using Sas.Interop.Hub.Persistence.Regulators;

namespace Sas.Interop.Hub.Regulators;

/// <summary>Versions as entity tags (R4 http, "Managing Resource Contention"): <c>W/"3"</c> for version 3.</summary>
internal static class VersionTags
{
    public static void Write(HttpResponse response, StoredRegulator stored)
    {
        response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"W/\"{stored.Version}\"");
        response.Headers.LastModified = HeaderUtilities.FormatDate(Up(stored.UpdatedAt));
        response.Headers.CacheControl = "private, no-cache";
    }

    /// <summary>What <c>If-Match</c> requires.</summary>
    /// <returns>Whether a version may be changed, null when any may; and whether the header could be read.</returns>
    public static (Func<int, bool>? Allows, bool IsReadable) Required(HttpRequest request)
    {
        if (StringValues.IsNullOrEmpty(request.Headers.IfMatch))
        {
            return (null, true);
        }

        // The version is what counts, and clients differ in whether they call the tag weak.
        return Parse(request.Headers.IfMatch) is { } tags ? (version => tags.Any(tag => Matches(tag, version)), true) : (null, false);
    }

    /// <summary>Whether the caller has this version already.</summary>
    public static bool Has(HttpRequest request, StoredRegulator stored)
    {
        if (!StringValues.IsNullOrEmpty(request.Headers.IfNoneMatch))
        {
            return Parse(request.Headers.IfNoneMatch) is { } tags && tags.Any(tag => Matches(tag, stored.Version));
        }

        return HeaderUtilities.TryParseDate(request.Headers.IfModifiedSince.ToString(), out var since) && Up(stored.UpdatedAt) <= since;
    }

    private static IList<EntityTagHeaderValue>? Parse(StringValues header) => EntityTagHeaderValue.TryParseList([.. header.OfType<string>()], out var tags) ? tags : null;

    private static bool Matches(EntityTagHeaderValue tag, int version) =>
        tag.Tag == "*" || tag.Tag.AsSpan().Trim('"').SequenceEqual(version.ToString(CultureInfo.InvariantCulture));

    // Headers tell whole seconds: a change is told with the second that follows it, never with one before it.
    private static DateTimeOffset Up(DateTimeOffset instant)
    {
        var rest = instant.UtcTicks % TimeSpan.TicksPerSecond;
        return rest == 0 ? instant : instant.AddTicks(TimeSpan.TicksPerSecond - rest);
    }
}
