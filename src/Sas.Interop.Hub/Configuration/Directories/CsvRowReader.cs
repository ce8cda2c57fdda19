using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>Reads one row of a directory in CSV into the draft.</summary>
internal sealed class CsvRowReader(DirectoryDraft draft, FaultList faults)
{
    private static readonly Dictionary<string, string> OwnerColumns = new(StringComparer.Ordinal)
    {
        ["siret"] = "id",
        ["finess"] = "id",
        ["name"] = "family",
        ["phone"] = "ownerPhone",
    };

    private static readonly Dictionary<string, string> PlaceColumns = new(StringComparer.Ordinal)
    {
        ["id"] = "placeId",
        ["name"] = "placeName",
        ["phone"] = "placePhone",
    };

    private static readonly string[] PlaceFields = ["placeName", "structure", "line", "city", "postalCode", "placePhone", "timeZone"];

    public void Read(CsvRow row, CsvColumns columns)
    {
        var sink = new CsvFieldFaults(faults, row.Line, OwnerColumns);
        switch (columns.Of(row, "kind"))
        {
            case null or "practitioner":
                ReadOwner(row, columns, NationalIds.Practitioner(columns.Of(row, "id"), "id", sink), sink);
                break;
            case "association":
                ReadOwner(row, columns, NationalIds.Association(columns.Of(row, "id"), "siret", sink), sink);
                break;
            case "community":
                ReadCommunity(row, columns, sink);
                break;
            default:
                faults.Add("kind", row.Line, "Must be practitioner, association or community; empty means practitioner.");
                break;
        }
    }

    private void ReadOwner(CsvRow row, CsvColumns columns, OwnerKey? key, CsvFieldFaults sink)
    {
        var family = FieldRules.Text(columns.Of(row, "family"), "family", sink);
        var given = Items(columns.Of(row, "given"));
        var phone = FieldRules.Phone(columns.Of(row, "ownerPhone"), "phone", sink);
        var specialties = Items(columns.Of(row, "specialties")).ConvertAll(FieldRules.Specialty);
        if (given.Count > DirectoryBounds.MaxGivenNames || specialties.Count > DirectoryBounds.MaxSpecialties)
        {
            faults.Add("given", row.Line, $"At most {DirectoryBounds.MaxGivenNames} first names and {DirectoryBounds.MaxSpecialties} specialties.");
        }

        if (key is not { } known)
        {
            return;
        }

        if (!draft.Owners.TryGetValue(known, out var owner))
        {
            draft.Owners.Add(known, owner = new OwnerDraft(known, row.Line));
        }

        owner.Family = Agreed(owner.Family, family, "family", row, owner.Line);
        owner.Phone = Agreed(owner.Phone, phone, "ownerPhone", row, owner.Line);
        owner.Given = Agreed(owner.Given, given, "given", row, owner.Line);
        owner.RefusesSlots = Agreed(owner.RefusesSlots, Refusal(columns.Of(row, "refusesSlots"), row), row, owner.Line);
        owner.Specialties = Agreed(owner.Specialties, specialties, "specialties", row, owner.Line);
        foreach (var text in Items(columns.Of(row, "communities")))
        {
            if (NationalIds.Finess(text, "communities", sink) is { } finess)
            {
                draft.AddMember(finess, known);
            }
        }

        ReadPlace(row, columns, owner);
    }

    private void ReadPlace(CsvRow row, CsvColumns columns, OwnerDraft owner)
    {
        var link = Link(row, columns);
        if (columns.Of(row, "placeId") is not { } id)
        {
            if (PlaceFields.Any(field => columns.Of(row, field) is not null))
            {
                faults.Add("placeId", row.Line, "A place is described, but it has no id; fill in placeId.");
            }
            else if (link is not null)
            {
                Add(owner.Links, link);
            }

            return;
        }

        var text = new PlaceText(id)
        {
            Name = columns.Of(row, "placeName"),
            Structure = columns.Of(row, "structure"),
            Line = columns.Of(row, "line"),
            City = columns.Of(row, "city"),
            PostalCode = columns.Of(row, "postalCode"),
            Phone = columns.Of(row, "placePhone"),
            TimeZone = columns.Of(row, "timeZone"),
        };
        if (text.Judge(new CsvFieldFaults(faults, row.Line, PlaceColumns)) is not { } details)
        {
            return;
        }

        if (owner.Place(details.Key) is not { } place)
        {
            if (owner.Places.Count >= DirectoryBounds.MaxPlaces)
            {
                faults.Add("placeId", row.Line, $"More than {DirectoryBounds.MaxPlaces} places of one owner.");
                return;
            }

            owner.Places.Add(place = new PlaceDraft(details, row.Line));
        }

        place.Details = Agreed(place.Details, details, row, place.Line);
        if (link is not null)
        {
            Add(place.Links, link);
        }
    }

    private void Add(List<LinkDraft> links, LinkDraft link)
    {
        if (links.Count >= DirectoryBounds.MaxLinks)
        {
            faults.Add("vendor", link.Line, $"More than {DirectoryBounds.MaxLinks} vendors at one place.");
            return;
        }

        links.Add(link);
    }

    private LinkDraft? Link(CsvRow row, CsvColumns columns)
    {
        var sink = new CsvFieldFaults(faults, row.Line, OwnerColumns);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in Items(columns.Of(row, "keys")))
        {
            var at = item.IndexOf('=', StringComparison.Ordinal);
            if (at < 1)
            {
                sink.Add("keys", "Must be name=value, several of them joined by |.");
            }
            else if (FieldRules.Key(item[..at].Trim(), item[(at + 1)..].Trim(), "keys", sink) && !keys.TryAdd(item[..at].Trim(), item[(at + 1)..].Trim()))
            {
                sink.Add("keys", "A key is given twice.");
            }
        }

        if (keys.Count > DirectoryBounds.MaxKeys)
        {
            sink.Add("keys", $"Holds more than {DirectoryBounds.MaxKeys} keys.");
        }

        var types = FieldRules.Types(Items(columns.Of(row, "slotTypes")), "slotTypes", sink);
        var url = FieldRules.Url(columns.Of(row, "bookingUrl"), "bookingUrl", sink);
        if (columns.Of(row, "vendor") is { } named)
        {
            return FieldRules.VendorId(named, "vendor", sink) is { } vendor ? new LinkDraft(vendor, keys, types, url, row.Line) : null;
        }

        if (keys.Count > 0 || url is not null)
        {
            sink.Add("vendor", "Keys or a booking URL are given, but no vendor.");
        }

        return null;
    }

    private void ReadCommunity(CsvRow row, CsvColumns columns, CsvFieldFaults sink)
    {
        var finess = NationalIds.Finess(columns.Of(row, "id"), "finess", sink);
        var name = FieldRules.Text(columns.Of(row, "family"), "name", sink);
        var phone = FieldRules.Phone(columns.Of(row, "ownerPhone"), "phone", sink);
        if (columns.Of(row, "placeId") is not null || columns.Of(row, "vendor") is not null)
        {
            faults.Add("kind", row.Line, "A row of a community has no place and no vendor.");
        }

        if (draft.Communities.Count >= DirectoryBounds.MaxCommunities)
        {
            faults.Add("kind", row.Line, $"More than {DirectoryBounds.MaxCommunities} communities.");
        }
        else if (finess is not null && !draft.Communities.TryAdd(finess, new Cpts(finess, name, phone)))
        {
            faults.Add("id", row.Line, "Another row has this FINESS already; keep one.");
        }
    }

    private PlaceDetails Agreed(PlaceDetails known, PlaceDetails next, CsvRow row, int line) => known with
    {
        Name = Agreed(known.Name, next.Name, "placeName", row, line),
        StructureId = Agreed(known.StructureId, next.StructureId, "structure", row, line),
        Line = Agreed(known.Line, next.Line, "line", row, line),
        City = Agreed(known.City, next.City, "city", row, line),
        PostalCode = Agreed(known.PostalCode, next.PostalCode, "postalCode", row, line),
        Phone = Agreed(known.Phone, next.Phone, "placePhone", row, line),
        TimeZone = Agreed(known.TimeZone, next.TimeZone, "timeZone", row, line),
    };

    private string? Agreed(string? known, string? next, string column, CsvRow row, int line)
    {
        if (known is not null && next is not null && known != next)
        {
            Contradicts(column, row, line);
        }

        return known ?? next;
    }

    private bool? Agreed(bool? known, bool? next, CsvRow row, int line)
    {
        if (known is not null && next is not null && known != next)
        {
            Contradicts("refusesSlots", row, line);
        }

        return known ?? next;
    }

    private IReadOnlyList<T> Agreed<T>(IReadOnlyList<T> known, IReadOnlyList<T> next, string column, CsvRow row, int line)
    {
        if (known.Count > 0 && next.Count > 0 && !known.SequenceEqual(next))
        {
            Contradicts(column, row, line);
        }

        return known.Count > 0 ? known : next;
    }

    private void Contradicts(string column, CsvRow row, int line) =>
        faults.Add(column, row.Line, $"Differs from what the rows from line {line} on say; write the same, or leave it empty.");

    private static List<string> Items(string? text) =>
        text is null ? [] : [.. text.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private bool? Refusal(string? text, CsvRow row)
    {
        switch (text?.Trim())
        {
            case null or "":
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                faults.Add("refusesSlots", row.Line, "Must be true, false or empty.");
                return null;
        }
    }
}
