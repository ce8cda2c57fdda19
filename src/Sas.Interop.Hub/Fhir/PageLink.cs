using System.Text;

namespace Sas.Interop.Hub.Fhir;

/// <summary>Links between the pages of a search.</summary>
internal static class PageLink
{
    /// <summary>The address of a search from another number of entries on.</summary>
    /// <param name="self">Address of this page.</param>
    /// <param name="offset">How many entries this page and those before it hold.</param>
    public static string Next(ReadOnlySpan<byte> self, int offset)
    {
        var address = Encoding.ASCII.GetString(self);
        var query = address.IndexOf('?', StringComparison.Ordinal);
        var kept = address[(query + 1)..].Split('&').Where(static pair => !pair.StartsWith("_offset=", StringComparison.OrdinalIgnoreCase));
        return $"{address[..query]}?{string.Join('&', kept)}&_offset={offset}";
    }
}
