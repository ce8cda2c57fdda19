using System.Text;
using System.Text.Encodings.Web;

using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir;

/// <summary>The FHIR base that answers name: the public one by setting, else the one that the request was made to.</summary>
/// <param name="publicRoot">Root of the hub as its callers see it, or null.</param>
internal sealed class BaseAddress(string? publicRoot)
{
    public const string Path = "/fhir";

    private readonly string? _public = publicRoot is null ? null : new Uri(publicRoot).AbsoluteUri.TrimEnd('/') + Path;

    // Nearly all requests name one host, so the one of the last request is kept.
    private volatile Known? _last;

    /// <summary>Absolute base without trailing slash, safe inside a JSON text.</summary>
    public string Of(HttpRequest request) => Find(request).Text;

    /// <summary>The same in UTF-8.</summary>
    public byte[] BytesOf(HttpRequest request) => Find(request).Bytes;

    /// <summary>
    /// The search as it was made: path and query as sent, so that the platform finds its own words again, with only what may not stand in an address or a JSON text encoded.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="form">Parameters that came in the body, as sent.</param>
    /// <param name="to">Where the address is written.</param>
    public void WriteSelfLink(HttpRequest request, ReadOnlySpan<char> form, ByteScratch to)
    {
        var path = request.Path.Value.AsSpan()[Path.Length..];
        to.Raw(BytesOf(request));
        Encode(path.EndsWith("/_search", StringComparison.Ordinal) ? path[..^"/_search".Length] : path, to);
        Encode(request.QueryString.Value, to);
        if (form.Length > 0)
        {
            to.Raw(request.QueryString.HasValue ? "&"u8 : "?"u8);
            Encode(form, to);
        }
    }

    private static void Encode(ReadOnlySpan<char> text, ByteScratch to)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is > ' ' and < '\u007F' and not ('"' or '\\' or '|' or '<' or '>' or '^' or '`' or '{' or '}'))
            {
                to.Take(1)[0] = (byte)c;
            }
            else
            {
                // Two halves of a letter are one letter.
                var length = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
                to.Ascii(Uri.EscapeDataString(text.Slice(i, length)));
                i += length - 1;
            }
        }
    }

    private Known Find(HttpRequest request)
    {
        // A request of HTTP/1.0 may name no host.
        var host = request.Host is { HasValue: true } named ? named.Value : "localhost";
        if (_last is { } last && ((_public is not null) || (last.Host == host && last.Scheme == request.Scheme)))
        {
            return last;
        }

        var text = _public ?? $"{request.Scheme}://{JavaScriptEncoder.Default.Encode(host)}{Path}";
        return _last = new Known(request.Scheme, host, text, Encoding.ASCII.GetBytes(text));
    }

    private sealed record Known(string Scheme, string Host, string Text, byte[] Bytes);
}
