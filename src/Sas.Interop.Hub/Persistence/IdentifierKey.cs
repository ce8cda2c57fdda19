using System.Security.Cryptography;
using System.Text;

namespace Sas.Interop.Hub.Persistence;

/// <summary>A key that tells texts apart on every database, whatever its collation makes of case, accents and trailing blanks, and however long they are.</summary>
internal static class IdentifierKey
{
    /// <summary>Characters of a key.</summary>
    public const int Length = 64;

    /// <returns>Lower-case hexadecimal digits; the same for the same parts in the same order alone.</returns>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);

            // With its length before it, no part can run into the next.
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
