using System.Globalization;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>Reads the identifiers that the hub gives its resources: an owner, an owner and a place, or an owner and a slot.</summary>
internal static class ReferenceIds
{
    private const int SiretLength = 15;

    /// <summary>The id at the end of a reference: relative, absolute, or the id alone.</summary>
    public static ReadOnlySpan<char> IdOf(ReadOnlySpan<char> reference, ReadOnlySpan<char> type)
    {
        var slash = reference.LastIndexOf('/');
        return slash < 0 || reference[..slash].EndsWith(type, StringComparison.Ordinal) ? reference[(slash + 1)..] : default;
    }

    public static bool TryReadOwner(ReadOnlySpan<char> id, out OwnerKey owner)
    {
        owner = default;
        foreach (var c in id)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
            {
                return false;
            }
        }

        return OwnerKey.TryCreate(id.Length == SiretLength ? OwnerKind.Association : OwnerKind.Practitioner, id, out owner);
    }

    /// <summary>Reads the id of a Schedule, a PractitionerRole or the Location of an association.</summary>
    public static bool TryReadPlace(ReadOnlySpan<char> id, out OwnerKey owner, out PlaceId place)
    {
        place = default;
        var hyphen = id.IndexOf('-');
        owner = default;
        return hyphen > 0 && TryReadOwner(id[..hyphen], out owner) && PlaceId.TryParse(id[(hyphen + 1)..], out place);
    }

    public static bool TryReadSlot(ReadOnlySpan<char> id, out OwnerKey owner, out ulong slot)
    {
        slot = 0;
        var hyphen = id.IndexOf('-');
        owner = default;
        return hyphen > 0
            && TryReadOwner(id[..hyphen], out owner)
            && id.Length - hyphen - 1 == OwnerId.HashLength
            && !id[(hyphen + 1)..].ContainsAnyInRange('A', 'F')
            && ulong.TryParse(id[(hyphen + 1)..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out slot);
    }
}
