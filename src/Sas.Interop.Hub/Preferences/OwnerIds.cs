using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Identifiers;

namespace Sas.Interop.Hub.Preferences;

/// <summary>National identifiers of owners, with or without prefix: RPPS, ADELI, or the SIRET of an association. The length tells the kind.</summary>
internal static class OwnerIds
{
    private const int Longest = 40;

    public static bool TryParse(string? text, out OwnerKey owner)
    {
        owner = default;
        if (text is not { Length: > 0 and <= Longest })
        {
            return false;
        }

        if (PractitionerNationalId.TryParse(text, out var practitioner))
        {
            owner = OwnerKey.Create(OwnerKind.Practitioner, practitioner.ToString());
            return true;
        }

        var isSiret = SiretId.TryParse(text, out var siret, out _);
        owner = isSiret ? OwnerKey.Create(OwnerKind.Association, siret.ToString()) : default;
        return isSiret;
    }
}
