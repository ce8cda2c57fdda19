using System.Globalization;

using Microsoft.Net.Http.Headers;

namespace Sas.Interop.Hub.Appointments;

/// <summary>Entity tag and time of a version, as R4 has them.</summary>
internal static class VersionTag
{
    public static EntityTagHeaderValue Of(int version) => new(string.Create(CultureInfo.InvariantCulture, $"\"{version}\""), isWeak: true);

    /// <summary>Writes what tells a version from another.</summary>
    /// <returns>Whether the caller has this version already, by what it says itself.</returns>
    public static bool Write(HttpContext context, int version, DateTimeOffset updatedAt)
    {
        var headers = context.Response.Headers;
        headers.ETag = Of(version).ToString();
        headers.CacheControl = "private, no-cache";

        // Headers tell whole seconds: a change is told with the second that follows it, never with one before it.
        var rest = updatedAt.UtcTicks % TimeSpan.TicksPerSecond;
        var modified = rest == 0 ? updatedAt : updatedAt.AddTicks(TimeSpan.TicksPerSecond - rest);
        headers.LastModified = HeaderUtilities.FormatDate(modified);
        return IsKnown(context.Request.Headers, version, modified);
    }

    private static bool IsKnown(IHeaderDictionary request, int version, DateTimeOffset modified)
    {
        if (request.IfNoneMatch.Count > 0)
        {
            return EntityTagHeaderValue.TryParseList([.. request.IfNoneMatch.OfType<string>()], out var known)
                && known.Any(tag => tag.Tag == "*" || tag.Compare(Of(version), useStrongComparison: false));
        }

        return request.IfModifiedSince.Count > 0 && HeaderUtilities.TryParseDate(request.IfModifiedSince.ToString(), out var since) && modified <= since;
    }
}
