using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>
/// National identifiers of practitioners in a search, with or without their prefix (CONTRACT §6.2). Shapes only, and no text is made: a search looks up to a
/// thousand of them up, and one that belongs to nobody finds nothing. Everywhere else <c>PractitionerNationalId</c> reads them.
/// </summary>
internal static class PractitionerKeys
{
    private const int RppsLength = 11;
    private const int AdeliLength = 9;

    /// <summary>Reads 8 + RPPS, 0 + ADELI, a bare RPPS or a bare ADELI, told apart by length.</summary>
    /// <returns>False when the text has none of these shapes: nobody here can be known by it.</returns>
    public static bool TryRead(ReadOnlySpan<char> value, out OwnerKey owner)
    {
        owner = default;
        Span<char> prefixed = stackalloc char[RppsLength + 1];
        switch (value.Length)
        {
            case RppsLength + 1 when value[0] == '8':
            case AdeliLength + 1 when value[0] == '0':
                return OwnerKey.TryCreate(OwnerKind.Practitioner, value, out owner);
            case RppsLength:
                prefixed[0] = '8';
                value.CopyTo(prefixed[1..]);
                return OwnerKey.TryCreate(OwnerKind.Practitioner, prefixed, out owner);
            case AdeliLength:
                prefixed[0] = '0';
                value.CopyTo(prefixed[1..]);
                return OwnerKey.TryCreate(OwnerKind.Practitioner, prefixed[..(AdeliLength + 1)], out owner);
            default:
                return false;
        }
    }
}
