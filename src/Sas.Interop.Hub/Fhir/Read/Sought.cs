using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>Whom or what a caller looks for; it need not exist.</summary>
/// <param name="Owner">A practitioner or an association; the default when a community is meant.</param>
/// <param name="Place">One place of the owner; null for all.</param>
/// <param name="Finess">FINESS of a community with prefix, or null.</param>
internal readonly record struct Sought(OwnerKey Owner, PlaceId? Place, string? Finess)
{
    private const int LongestId = 64;
    private const int FinessLength = 10;

    /// <summary>Whether a text has the form of an id (R4, type "id").</summary>
    public static bool IsId(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.'))
            {
                return false;
            }
        }

        return text.Length is > 0 and <= LongestId;
    }

    /// <summary>Reads the id of a resource other than a slot.</summary>
    /// <returns>False when no resource of the type can have it.</returns>
    public static bool TryParse(ServedType type, ReadOnlySpan<char> id, out Sought sought)
    {
        sought = default;
        switch (type)
        {
            case ServedType.Practitioner:
                return TryReadOwner(OwnerKind.Practitioner, id, out sought);
            case ServedType.Organization:
                return TryReadOwner(OwnerKind.Association, id, out sought) || TryReadCommunity(id, out sought);
            case ServedType.HealthcareService:
                return TryReadCommunity(id, out sought);
            case ServedType.Slot:
                return false;
            default:
                if (!ReferenceIds.TryReadPlace(id, out var owner, out var place) || (KindOf(type) is { } kind && kind != owner.Kind))
                {
                    return false;
                }

                sought = new Sought(owner, place, null);
                return true;
        }
    }

    /// <summary>Reads the national identifier of a structure, with or without prefix: the SIRET of an association, else the FINESS of a community.</summary>
    public static bool TryReadStructure(ReadOnlySpan<char> identifier, out Sought sought)
    {
        if (NationalKeys.TryRead(OwnerKind.Association, identifier, out var owner))
        {
            sought = new Sought(owner, null, null);
            return true;
        }

        return TryReadCommunity(identifier.Length == FinessLength - 1 ? $"1{identifier}" : identifier, out sought);
    }

    /// <summary>The kind of owner that a type is about; null for both, or for neither.</summary>
    public static OwnerKind? KindOf(ServedType type) => type switch
    {
        ServedType.Practitioner or ServedType.PractitionerRole => OwnerKind.Practitioner,
        ServedType.Location or ServedType.Organization => OwnerKind.Association,
        _ => null,
    };

    private static bool TryReadOwner(OwnerKind kind, ReadOnlySpan<char> id, out Sought sought)
    {
        var isRead = ReferenceIds.TryReadOwner(id, out var owner) && owner.Kind == kind;
        sought = isRead ? new Sought(owner, null, null) : default;
        return isRead;
    }

    private static bool TryReadCommunity(ReadOnlySpan<char> id, out Sought sought)
    {
        var isRead = id.Length == FinessLength && id[0] == '1' && !id.ContainsAnyExceptInRange('0', '9');
        sought = isRead ? new Sought(default, null, id.ToString()) : default;
        return isRead;
    }
}
