using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.Http;

/// <summary>The headers of every call of a vendor: those of the dialect, and one that carries a secret of the configuration.</summary>
internal static class VendorHeaders
{
    public static KeyValuePair<string, string> AcceptJson { get; } = new("Accept", "application/json");

    /// <summary>The dialect's headers, and the secret <c>token</c> as <c>User-Agent</c> when the configuration gives one.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> WithToken(VendorContext context, params KeyValuePair<string, string>[] headers) =>
        WithSecret(context, "token", static token => new("User-Agent", token), headers);

    /// <summary>The dialect's headers, and the one made of a secret when the configuration gives it.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> WithSecret(
        VendorContext context,
        string secret,
        Func<string, KeyValuePair<string, string>> toHeader,
        params KeyValuePair<string, string>[] headers) =>
        context.Secrets.TryGetValue(secret, out var value) ? [.. headers, toHeader(value)] : headers;
}
