using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Identifiers;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>National identifiers of a directory, with or without prefix in the file, always with it afterwards. A wrong check digit is a warning.</summary>
internal static class NationalIds
{
    public static OwnerKey? Practitioner(string? text, string field, IFieldFaults faults)
    {
        if (text is null)
        {
            return Missing(field, faults);
        }

        if (!PractitionerNationalId.TryParse(text, out var id, out var warning))
        {
            faults.Add(field, "Not a practitioner's identifier; write an RPPS (11 digits, or 8 before them) or an ADELI (9 characters, or 0 before them).");
            return null;
        }

        Doubt(warning, field, faults);
        return OwnerKey.Create(OwnerKind.Practitioner, id.ToString());
    }

    public static OwnerKey? Association(string? text, string field, IFieldFaults faults)
    {
        if (text is null)
        {
            return Missing(field, faults);
        }

        if (!SiretId.TryParse(text, out var id, out var warning))
        {
            faults.Add(field, "Not a SIRET; write its 14 digits, or 3 before them.");
            return null;
        }

        Doubt(warning, field, faults);
        return OwnerKey.Create(OwnerKind.Association, id.ToString());
    }

    public static string? Finess(string? text, string field, IFieldFaults faults)
    {
        if (text is null)
        {
            _ = Missing(field, faults);
            return null;
        }

        if (!FinessId.TryParse(text, out var id, out var warning))
        {
            faults.Add(field, "Not a FINESS; write its 9 characters, or 1 before them.");
            return null;
        }

        Doubt(warning, field, faults);
        return id.ToString();
    }

    /// <returns>The structure with its prefix; null when the file names none.</returns>
    public static string? Structure(string? text, string field, IFieldFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!StructureNationalId.TryParse(text, out var id, out var warning))
        {
            faults.Add(field, "Not a structure's identifier; write a FINESS, a SIRET, or an RPPS or ADELI rang with its prefix.");
            return null;
        }

        Doubt(warning, field, faults);
        return id.ToString();
    }

    private static OwnerKey? Missing(string field, IFieldFaults faults)
    {
        faults.Add(field, "Missing; it must be set.");
        return null;
    }

    private static void Doubt(IdentifierWarning? warning, string field, IFieldFaults faults)
    {
        if (warning == IdentifierWarning.CheckDigit)
        {
            faults.Warn(field, "The check digit is wrong; the identifier is taken as it is.");
        }
    }
}
