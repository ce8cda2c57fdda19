namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>Reads <c>Slot.comment</c>: an absolute address of the web is the booking page (D37, D38), anything else is a remark and says nothing.</summary>
internal static class BookingAddress
{
    private const int MaxLength = 2048;
    private const string Origin = "origin=sas";

    public static Uri? Read(string comment)
    {
        var text = comment.Trim();
        if (text.Length > MaxLength
            || text.Any(char.IsWhiteSpace)
            || !Uri.TryCreate(text, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            || address.UserInfo.Length > 0)
        {
            return null;
        }

        return WithoutOrigin(address);
    }

    /// <summary>The platform adds <c>origin=sas</c> itself at redirection (CONTRACT §7.2); twice would be once too often.</summary>
    private static Uri WithoutOrigin(Uri address)
    {
        var parts = address.Query.TrimStart('?').Split('&');
        if (!parts.Contains(Origin, StringComparer.OrdinalIgnoreCase))
        {
            return address;
        }

        var query = string.Join('&', parts.Where(static part => !part.Equals(Origin, StringComparison.OrdinalIgnoreCase)));
        return new Uri(address.GetLeftPart(UriPartial.Path) + (query.Length == 0 ? string.Empty : "?" + query) + address.Fragment);
    }
}
