using System.Globalization;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>What the fields of a directory must be, in either format. An empty field is an absent one.</summary>
internal static class FieldRules
{
    private static readonly Dictionary<string, SlotTypes> TypeNames = new(StringComparer.Ordinal)
    {
        ["PUBLIC"] = SlotTypes.Public,
        ["PRO"] = SlotTypes.Professional,
        ["SNP"] = SlotTypes.Snp,
        ["CPTS"] = SlotTypes.Cpts,
    };

    public static IReadOnlyCollection<string> SlotTypeNames => TypeNames.Keys;

    public static string? Text(string? raw, string field, IFieldFaults faults, int longest = DirectoryBounds.LongestText)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return null;
        }

        var text = raw.Trim();
        if (text.Length <= longest && !text.Any(char.IsControl))
        {
            return text;
        }

        faults.Add(field, string.Create(CultureInfo.InvariantCulture, $"Must be at most {longest} characters on one line."));
        return null;
    }

    public static string? Phone(string? raw, string field, IFieldFaults faults)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return null;
        }

        var phone = Phones.Normalize(raw);
        if (phone is null)
        {
            faults.Add(field, "Not a telephone number; write it as +33 and nine digits, or with its ten national digits.");
        }

        return phone;
    }

    public static string? PostalCode(string? raw, string field, IFieldFaults faults)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return null;
        }

        var code = PostalCodes.Normalize(raw);
        if (code is null)
        {
            faults.Add(field, "Not a postal code; write five digits.");
        }

        return code;
    }

    public static string? Zone(string? raw, string field, IFieldFaults faults)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return null;
        }

        var name = raw.Trim();
        if (PlaceZone.Resolve(name, null) is not null)
        {
            return name;
        }

        faults.Add(field, "Not a time zone; write an IANA name such as Europe/Paris or Indian/Reunion, or leave it to the postal code.");
        return null;
    }

    public static Uri? Url(string? raw, string field, IFieldFaults faults)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return null;
        }

        if (raw.Length <= DirectoryBounds.LongestUrl
            && Uri.TryCreate(raw.Trim(), UriKind.Absolute, out var url)
            && url.Scheme is "https" or "http"
            && url.Host.Length > 0
            && url.UserInfo.Length == 0)
        {
            return url;
        }

        faults.Add(field, "Must be an absolute http or https URL without a user.");
        return null;
    }

    public static string? VendorId(string? raw, string field, IFieldFaults faults)
    {
        if (raw is not null && Vendors.VendorIds.IsId(raw))
        {
            return raw;
        }

        faults.Add(field, "Must be the id of a vendor as in adapters.json.");
        return null;
    }

    /// <returns>The types; public when none is named.</returns>
    public static SlotTypes Types(IReadOnlyList<string> names, string field, IFieldFaults faults)
    {
        var types = SlotTypes.None;
        foreach (var name in names)
        {
            if (TypeNames.TryGetValue(name, out var type))
            {
                types |= type;
            }
            else
            {
                faults.Add(field, $"No such slot type; known ones: {Quoted.List(TypeNames.Keys)}.");
            }
        }

        return types == SlotTypes.None ? SlotTypes.Public : types;
    }

    public static bool Key(string name, string value, string field, IFieldFaults faults)
    {
        if (!Vendors.VendorIds.IsKeyName(name))
        {
            faults.Add(field, "The name of a key is a letter, then up to 63 letters, digits, '.', '_' or '-'.");
            return false;
        }

        if (string.IsNullOrWhiteSpace(value) || value.Length > DirectoryBounds.LongestKeyValue || value.Any(char.IsControl))
        {
            faults.Add(field, string.Create(CultureInfo.InvariantCulture, $"The value of a key is 1 to {DirectoryBounds.LongestKeyValue} characters on one line."));
            return false;
        }

        return true;
    }

    /// <summary>A code of TRE_R38 such as <c>SM54</c>, or words.</summary>
    public static Specialty Specialty(string text) => IsSpecialtyCode(text) ? new Specialty(text, null) : new Specialty(null, text);

    public static bool IsSpecialtyCode(string text)
    {
        var letters = text.TakeWhile(char.IsAsciiLetterUpper).Count();
        var digits = text.Length - letters;
        return letters is >= 1 and <= 4 && digits is >= 1 and <= 4 && text[letters..].All(char.IsAsciiDigit);
    }
}
