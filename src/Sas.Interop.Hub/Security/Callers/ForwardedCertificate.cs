using System.Security.Cryptography;

using Microsoft.Extensions.Primitives;

namespace Sas.Interop.Hub.Security.Callers;

/// <summary>Reads the certificate that a proxy forwards. Whatever the header holds, nothing is thrown.</summary>
internal static class ForwardedCertificate
{
    /// <summary>Added to the header's name for the header with the certificates above.</summary>
    public const string ChainSuffix = "-Chain";

    private const int LongestHeader = 3 * ShownCertificate.LongestCertificate;

    /// <returns>Whether there was a header at all, and the certificate when it could be read.</returns>
    public static (bool Present, ShownCertificate? Certificate) Read(IHeaderDictionary headers, ProxyRule rule)
    {
        var values = headers[rule.Header];
        if (StringValues.IsNullOrEmpty(values) || values.All(string.IsNullOrWhiteSpace))
        {
            return (false, null);
        }

        // Two values are two certificates, and nobody could say which of them the proxy saw.
        if (values.Count != 1 || values[0] is not { Length: <= LongestHeader } text)
        {
            return (true, null);
        }

        return (true, rule.Format == ProxyFormat.Rfc9440 ? ReadStructured(text, headers[rule.Header + ChainSuffix]) : ReadPem(text));
    }

    private static ShownCertificate? ReadStructured(string text, StringValues chain)
    {
        if (ReadBytes(text) is not { } own)
        {
            return null;
        }

        var above = new List<byte[]>();
        foreach (var member in chain.SelectMany(static value => (value ?? string.Empty).Split(',')).Where(static member => !string.IsNullOrWhiteSpace(member)))
        {
            if (above.Count == ShownCertificate.MostAbove || ReadBytes(member) is not { } one)
            {
                return null;
            }

            above.Add(one);
        }

        return new ShownCertificate(own, above);
    }

    // A byte sequence stands between two colons. Parameters are not used by RFC 9440.
    private static byte[]? ReadBytes(string member)
    {
        var trimmed = member.AsSpan().Trim(" \t");
        if (trimmed.Length < 3 || trimmed[0] != ':' || trimmed[^1] != ':')
        {
            return null;
        }

        var base64 = trimmed[1..^1];
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64Chars(base64, bytes, out var written) && written is > 0 and <= ShownCertificate.LongestCertificate ? bytes[..written] : null;
    }

    private static ShownCertificate? ReadPem(string text)
    {
        var pem = Uri.UnescapeDataString(text);
        var all = new List<byte[]>();
        for (var rest = pem.AsMemory(); PemEncoding.TryFind(rest.Span, out var found); rest = rest[found.Location.End..])
        {
            if (!rest.Span[found.Label].SequenceEqual("CERTIFICATE") || all.Count > ShownCertificate.MostAbove)
            {
                return null;
            }

            var bytes = new byte[found.DecodedDataLength];
            if (bytes.Length > ShownCertificate.LongestCertificate || !Convert.TryFromBase64Chars(rest.Span[found.Base64Data], bytes, out _))
            {
                return null;
            }

            all.Add(bytes);
        }

        return all.Count == 0 ? null : new ShownCertificate(all[0], all[1..]);
    }
}
