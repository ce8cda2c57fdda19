using Sas.Interop.Contracts.Booking;

namespace Sas.Interop.Adapters.FhirStandard.CareRequests;

/// <summary>The address of a vendor's page for one request for care, as a template whose words stand in braces.</summary>
internal static class CareRequestPage
{
    /// <summary>Longest template in characters.</summary>
    public const int MaxLength = 1_000;

    private const string Practitioner = "{practitioner}";
    private const string Place = "{place}";
    private const string Request = "{request}";

    /// <summary>Whether a template can be filled: an address of the web that names the practitioner, with known words, none of them in its host.</summary>
    public static bool IsUsable(string template)
    {
        var bare = Fill(template, "x", "x", "x");
        return template.Length <= MaxLength
            && template.Contains(Practitioner, StringComparison.Ordinal)
            && !bare.AsSpan().ContainsAny('{', '}')
            && !bare.Any(char.IsWhiteSpace)
            && Uri.TryCreate(bare, UriKind.Absolute, out var page)
            && page.Scheme is "https" or "http"
            && page is { UserInfo.Length: 0, Host.Length: > 0 }
            && Uri.TryCreate(Fill(template, "y", "y", "y"), UriKind.Absolute, out var other)
            && other.Authority == page.Authority
            && other.Scheme == page.Scheme;
    }

    /// <summary>The page of one request; each word is encoded, and a place that is not told is empty.</summary>
    public static Uri Of(string template, CareRequest request) => new(Fill(
        template,
        Uri.EscapeDataString(request.Owner.ToString()),
        Uri.EscapeDataString(request.PlaceKey ?? string.Empty),
        Uri.EscapeDataString(request.RequestKey)));

    private static string Fill(string template, string practitioner, string place, string request) => template
        .Replace(Practitioner, practitioner, StringComparison.Ordinal)
        .Replace(Place, place, StringComparison.Ordinal)
        .Replace(Request, request, StringComparison.Ordinal);
}
