using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sas.Interop.Hub.Security.Certificates;

/// <summary>Reads a file of revocation lists: one in DER, or some in PEM.</summary>
internal static class RevocationFile
{
    public const int MostLists = 64;

    /// <summary>Most bytes of a file; PEM takes a third more than DER.</summary>
    public const int MostBytes = RevocationListReader.MostBytes + (RevocationListReader.MostBytes / 2);

    private const string Label = "X509 CRL";

    /// <returns>The lists; or none and what is wrong, as the end of a sentence.</returns>
    public static (IReadOnlyList<RevocationList> Lists, string? Fault) Read(byte[] content)
    {
        // DER begins with a sequence, which no text does.
        if (content is [0x30, ..])
        {
            var (list, fault) = RevocationListReader.Read(content);
            return list is null ? ([], fault) : ([list], null);
        }

        return ReadPem(Encoding.Latin1.GetString(content));
    }

    private static (IReadOnlyList<RevocationList> Lists, string? Fault) ReadPem(string text)
    {
        var lists = new List<RevocationList>();
        for (var rest = text.AsMemory(); PemEncoding.TryFind(rest.Span, out var found); rest = rest[found.Location.End..])
        {
            if (!rest.Span[found.Label].SequenceEqual(Label))
            {
                return ([], "it holds something that is no revocation list");
            }

            if (lists.Count == MostLists)
            {
                return ([], string.Create(CultureInfo.InvariantCulture, $"it holds more than {MostLists} lists"));
            }

            var der = new byte[found.DecodedDataLength];
            var (list, fault) = Convert.TryFromBase64Chars(rest.Span[found.Base64Data], der, out _) ? RevocationListReader.Read(der) : (null, "it is no PEM");
            if (list is null)
            {
                return ([], fault);
            }

            lists.Add(list);
        }

        return lists.Count == 0 ? ([], "it holds no revocation list") : (lists, null);
    }
}
