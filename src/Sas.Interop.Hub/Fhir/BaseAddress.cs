using System.Text;
using System.Text.Encodings.Web;

namespace Sas.Interop.Hub.Fhir;

/// <summary>The FHIR base that answers name: the public one by setting, else the one that the request was made to.</summary>
/// <param name="publicRoot">Root of the hub as its callers see it, or null.</param>
internal sealed class BaseAddress(string? publicRoot)
{
    public const string Path = "/fhir";

    private readonly string? _public = publicRoot is null ? null : new Uri(publicRoot).AbsoluteUri.TrimEnd('/') + Path;

    /// <summary>Absolute base without trailing slash, safe inside a JSON text.</summary>
    public string Of(HttpRequest request) => _public ?? $"{request.Scheme}://{JavaScriptEncoder.Default.Encode(request.Host.Value ?? "localhost")}{Path}";

    /// <summary>
    /// The search as it was made: path and query as sent, so that the platform finds its own words again, with only what may not stand in an address or a JSON text encoded.
    /// </summary>
    public string SelfLink(HttpRequest request)
    {
        var link = new StringBuilder(Of(request), 512);
        link.Append(request.Path.Value.AsSpan()[Path.Length..]);
        foreach (var c in request.QueryString.Value ?? string.Empty)
        {
            if (c is > ' ' and < '\u007F' and not ('"' or '\\' or '|' or '<' or '>' or '^' or '`' or '{' or '}'))
            {
                link.Append(c);
            }
            else
            {
                link.Append(Uri.EscapeDataString(c.ToString()));
            }
        }

        return link.ToString();
    }
}
