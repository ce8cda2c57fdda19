using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Vendors;

/// <summary>What a vendor's base URL must be.</summary>
internal static class BaseUrlRule
{
    public const int Longest = 2_000;

    /// <returns>The URL, ending in a slash so that the dialect's paths are appended to it; null with a fault.</returns>
    public static Uri? Read(ObjectReader reader, bool sandbox)
    {
        if (reader.Required("baseUrl", Longest) is not { } text || reader.At.Find("baseUrl") is not { } at)
        {
            return null;
        }

        if (Judge(text, sandbox, out var url) is { } fault)
        {
            reader.Faults.Add(at, fault);
            return null;
        }

        if (url is not null && !sandbox && SandboxHosts.IsMocked(url))
        {
            reader.Faults.Warn(at, "A sandbox host, but the sandbox is off: every call will fail until the vendor's real base URL stands here.");
        }

        return url;
    }

    private static string? Judge(string text, bool sandbox, out Uri? url)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out url) || url.Scheme is not ("https" or "http") || url.Host.Length == 0)
        {
            return "Must be an absolute URL that begins with https:// (http:// towards this machine only).";
        }

        if (url.UserInfo.Length > 0)
        {
            return "Must not carry a user or password; use the dialect's secrets.";
        }

        if (url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            return "Must not have a query or a fragment; the dialect adds its own.";
        }

        if (url.Scheme == "http" && !url.IsLoopback && !(sandbox && SandboxHosts.IsMocked(url)))
        {
            return "http:// is allowed towards this machine only (127.0.0.1, ::1, localhost); write https://.";
        }

        if (!url.AbsolutePath.EndsWith('/'))
        {
            url = new UriBuilder(url) { Path = url.AbsolutePath + "/" }.Uri;
        }

        return null;
    }
}
