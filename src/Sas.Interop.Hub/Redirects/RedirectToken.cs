using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Redirects;

/// <summary>The last part of a link: a random id and its signature. Nothing can be learned from one, and none can be made without the key.</summary>
internal static class RedirectToken
{
    public const int Length = 2 * OrientationTables.LinkIdLength;
    private const int IdBytes = 32;

    // What is signed says for what, so that a signature of one thing is none of another.
    private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("redirect:");

    /// <summary>A new id that nobody can guess.</summary>
    public static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));

    public static string Of(string id, byte[] key) => id + Base64Url.EncodeToString(Sign(id, key));

    /// <summary>Reads a token that one of the keys has signed.</summary>
    /// <returns>Its id; null when no key has signed it.</returns>
    public static string? Read(string token, RedirectKeys keys)
    {
        if (token.Length != Length || !Base64Url.IsValid(token.AsSpan(0, OrientationTables.LinkIdLength)) || !Base64Url.IsValid(token.AsSpan(OrientationTables.LinkIdLength)))
        {
            return null;
        }

        var id = token[..OrientationTables.LinkIdLength];
        var given = Encoding.ASCII.GetBytes(token);
        var isPresent = IsOf(id, given, keys.Present);
        var isPrevious = keys.Previous is { } previous && IsOf(id, given, previous);
        return isPresent || isPrevious ? id : null;
    }

    // Compared as text: the last letter of 32 bytes holds bits that decoding throws away, and only one writing of a token is right.
    private static bool IsOf(string id, byte[] given, byte[] key) => CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Of(id, key)));

    private static byte[] Sign(string id, byte[] key)
    {
        byte[] signed = [.. Purpose, .. Encoding.ASCII.GetBytes(id)];
        return HMACSHA256.HashData(key, signed);
    }
}
