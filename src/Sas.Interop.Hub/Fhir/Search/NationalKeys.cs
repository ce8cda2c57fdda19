using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>
/// National identifiers in a search, with or without their prefix (CONTRACT §6.2). Shapes only, and no text is made: a search looks up to a
/// thousand of them up, and one that belongs to nobody finds nothing. Everywhere else the types of <c>Contracts/Identifiers</c> read them.
/// </summary>
internal static class NationalKeys
{
    private const int RppsLength = 11;
    private const int AdeliLength = 9;
    private const int SiretLength = 14;

    /// <returns>False when the text has no shape of the kind: nobody here can be known by it.</returns>
    public static bool TryRead(OwnerKind kind, ReadOnlySpan<char> value, out OwnerKey owner) =>
        kind == OwnerKind.Practitioner ? TryReadPractitioner(value, out owner) : TryReadAssociation(value, out owner);

    /// <summary>Reads 8 + RPPS, 0 + ADELI, a bare RPPS or a bare ADELI, told apart by length.</summary>
    private static bool TryReadPractitioner(ReadOnlySpan<char> value, out OwnerKey owner)
    {
        switch (value.Length)
        {
            case RppsLength + 1 when value[0] == '8':
            case AdeliLength + 1 when value[0] == '0':
                return OwnerKey.TryCreate(OwnerKind.Practitioner, value, out owner);
            case RppsLength:
                return TryPrefix(OwnerKind.Practitioner, '8', value, out owner);
            case AdeliLength:
                return TryPrefix(OwnerKind.Practitioner, '0', value, out owner);
            default:
                owner = default;
                return false;
        }
    }

    /// <summary>Reads 3 + SIRET or a bare SIRET.</summary>
    private static bool TryReadAssociation(ReadOnlySpan<char> value, out OwnerKey owner)
    {
        owner = default;
        return value.Length switch
        {
            SiretLength + 1 when value[0] == '3' => OwnerKey.TryCreate(OwnerKind.Association, value, out owner),
            SiretLength => TryPrefix(OwnerKind.Association, '3', value, out owner),
            _ => false,
        };
    }

    private static bool TryPrefix(OwnerKind kind, char prefix, ReadOnlySpan<char> value, out OwnerKey owner)
    {
        Span<char> prefixed = stackalloc char[OwnerKey.MaxLength];
        prefixed[0] = prefix;
        value.CopyTo(prefixed[1..]);
        return OwnerKey.TryCreate(kind, prefixed[..(value.Length + 1)], out owner);
    }
}
