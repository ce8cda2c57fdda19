using System.Globalization;

using Microsoft.Extensions.Primitives;

namespace Sas.Interop.Hub.Fhir;

/// <summary>Which names of FHIR JSON a caller may use (D01): the registered one, the old one of the national guide, plain JSON, a wildcard, or none.</summary>
internal static class FhirNegotiation
{
    private static readonly string[] Names = ["application/fhir+json", "application/json+fhir", "application/json", "json", "text/json"];

    /// <summary>Whether FHIR JSON is acceptable by <c>_format</c>, which goes before, or by the <c>Accept</c> header.</summary>
    public static bool IsAcceptable(HttpRequest request)
    {
        foreach (var format in request.Query["_format"])
        {
            // A parameter without a value says nothing (R4 search, "Search Parameters").
            if (!string.IsNullOrWhiteSpace(format))
            {
                return IsName(format);
            }
        }

        return IsAccepted(request.Headers.Accept);
    }

    /// <summary>Whether FHIR JSON is acceptable by the <c>Accept</c> header alone.</summary>
    public static bool IsAcceptedByHeader(HttpRequest request) => IsAccepted(request.Headers.Accept);

    /// <summary>Whether a request body says that it is JSON.</summary>
    public static bool IsJsonBody(string? contentType) => contentType is not null && IsName(contentType);

    private static bool IsAccepted(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept))
        {
            return true;
        }

        foreach (var header in accept)
        {
            foreach (var range in (header ?? string.Empty).AsSpan().Split(','))
            {
                if (IsAcceptedRange(header.AsSpan()[range]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsAcceptedRange(ReadOnlySpan<char> range)
    {
        var semicolon = range.IndexOf(';');
        var name = (semicolon < 0 ? range : range[..semicolon]).Trim();
        var wanted = name is "*/*" or "application/*" || IsName(name);
        return wanted && !IsRefused(semicolon < 0 ? default : range[semicolon..]);
    }

    private static bool IsRefused(ReadOnlySpan<char> parameters)
    {
        var quality = parameters.IndexOf("q=", StringComparison.OrdinalIgnoreCase);
        return quality >= 0
            && double.TryParse(parameters[(quality + 2)..].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            && weight == 0;
    }

    /// <summary>Whether a value of <c>_format</c>, or a media type, names FHIR JSON.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        var semicolon = text.IndexOf(';');
        var name = (semicolon < 0 ? text : text[..semicolon]).Trim();
        foreach (var known in Names)
        {
            if (name.Length == known.Length && Matches(name, known))
            {
                return true;
            }
        }

        return false;
    }

    // A plus in a query arrives as a blank: application/fhir json means application/fhir+json (CONTRACT §3.1).
    private static bool Matches(ReadOnlySpan<char> name, string known)
    {
        for (var i = 0; i < known.Length; i++)
        {
            var same = char.ToLowerInvariant(name[i]) == known[i] || (known[i] == '+' && name[i] == ' ');
            if (!same)
            {
                return false;
            }
        }

        return true;
    }
}
