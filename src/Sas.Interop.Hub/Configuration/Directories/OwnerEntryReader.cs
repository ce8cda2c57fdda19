using System.Text.Json;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>Reads one entry of a directory in JSON into the draft.</summary>
internal sealed class OwnerEntryReader(DirectoryDraft draft, FaultList faults)
{
    private readonly Dictionary<OwnerKey, int> _lines = [];

    public void Read(string list, SourceValue entry)
    {
        if (ObjectReader.Open(entry, faults) is not { } reader)
        {
            return;
        }

        switch (list)
        {
            case "practitioners":
                ReadPractitioner(reader);
                break;
            case "associations":
                ReadAssociation(reader);
                break;
            default:
                ReadCommunity(reader);
                break;
        }

        reader.Close();
    }

    private void ReadPractitioner(ObjectReader reader)
    {
        var key = reader.Required("id", DirectoryBounds.LongestText) is { } id ? NationalIds.Practitioner(id, "id", new JsonFieldFaults(reader)) : null;
        var owner = new OwnerDraft(key ?? default, reader.At.Line)
        {
            Family = reader.Text("family", DirectoryBounds.LongestText),
            Given = Texts(reader, "given", DirectoryBounds.MaxGivenNames),
            Specialties = Specialties(reader),
            RefusesSlots = reader.Flag("refusesSlots"),
        };
        Finish(reader, owner, key);
    }

    private void ReadAssociation(ObjectReader reader)
    {
        var sink = new JsonFieldFaults(reader);
        var key = reader.Required("siret", DirectoryBounds.LongestText) is { } siret ? NationalIds.Association(siret, "siret", sink) : null;
        var owner = new OwnerDraft(key ?? default, reader.At.Line)
        {
            Family = reader.Text("name", DirectoryBounds.LongestText),
            Phone = FieldRules.Phone(reader.Text("phone", DirectoryBounds.LongestText), "phone", sink),
            Specialties = Specialties(reader),
        };
        Finish(reader, owner, key);
    }

    private void Finish(ObjectReader reader, OwnerDraft owner, OwnerKey? key)
    {
        foreach (var place in reader.List("places", DirectoryBounds.MaxPlaces))
        {
            ReadPlace(place, owner);
        }

        ReadLinks(reader, owner.Links);
        LinkRules.Check(owner, faults, reader.At.Path);
        if (key is not { } known)
        {
            return;
        }

        if (draft.Owners.TryAdd(known, owner))
        {
            _lines[known] = owner.Line;
        }
        else
        {
            var line = _lines.GetValueOrDefault(known, draft.Owners[known].Line);
            faults.Add(reader.At, $"The entry on line {line} has this identifier already; put all places in one entry.");
        }
    }

    private void ReadPlace(SourceValue at, OwnerDraft owner)
    {
        if (ObjectReader.Open(at, faults) is not { } reader)
        {
            return;
        }

        var written = new PlaceText(reader.Required("id", DirectoryBounds.LongestPlaceId))
        {
            Name = reader.Text("name", DirectoryBounds.LongestText),
            Structure = reader.Text("structure", DirectoryBounds.LongestText),
            Line = reader.Text("line", DirectoryBounds.LongestText),
            City = reader.Text("city", DirectoryBounds.LongestText),
            PostalCode = reader.Text("postalCode", DirectoryBounds.LongestText),
            Phone = reader.Text("phone", DirectoryBounds.LongestText),
            TimeZone = reader.Text("timeZone", DirectoryBounds.LongestText),
        };
        var place = new PlaceDraft(written.Judge(new JsonFieldFaults(reader)) ?? new PlaceDetails { Key = at.Path }, at.Line);
        ReadLinks(reader, place.Links);
        reader.Close();
        if (owner.Place(place.Details.Key) is { } twin)
        {
            faults.Add(at, $"The place on line {twin.Line} has this id already; ids of one owner's places must differ.");
            return;
        }

        owner.Places.Add(place);
    }

    private void ReadLinks(ObjectReader owner, List<LinkDraft> links)
    {
        foreach (var at in owner.List("vendors", DirectoryBounds.MaxLinks))
        {
            if (ObjectReader.Open(at, faults) is not { } reader)
            {
                continue;
            }

            var sink = new JsonFieldFaults(reader);
            var named = reader.Required("vendor", DirectoryBounds.LongestText);
            var vendor = named is null ? null : FieldRules.VendorId(named, "vendor", sink);
            var keys = Keys(reader, sink);
            var types = FieldRules.Types(Texts(reader, "slotTypes", FieldRules.SlotTypeNames.Count), "slotTypes", sink);
            var url = FieldRules.Url(reader.Text("bookingUrl", DirectoryBounds.LongestUrl), "bookingUrl", sink);
            reader.Close();
            if (vendor is not null)
            {
                links.Add(new LinkDraft(vendor, keys, types, url, at.Line));
            }
        }
    }

    private Dictionary<string, string> Keys(ObjectReader owner, JsonFieldFaults sink)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        if (owner.Section("keys") is not { } section)
        {
            return keys;
        }

        if (section.At.Children.Count > DirectoryBounds.MaxKeys)
        {
            sink.Add("keys", $"Holds more than {DirectoryBounds.MaxKeys} keys.");
            return keys;
        }

        foreach (var child in section.At.Children)
        {
            // Vendors number their things: a number is as good as a text here.
            if (child.Kind is not (JsonValueKind.String or JsonValueKind.Number))
            {
                faults.Add(child, "Must be a text or a number.");
            }
            else if (FieldRules.Key(child.Name ?? string.Empty, child.Text ?? string.Empty, "keys", sink))
            {
                keys[child.Name ?? string.Empty] = child.Text ?? string.Empty;
            }
        }

        return keys;
    }

    private void ReadCommunity(ObjectReader reader)
    {
        var sink = new JsonFieldFaults(reader);
        var finess = reader.Required("finess", DirectoryBounds.LongestText) is { } text ? NationalIds.Finess(text, "finess", sink) : null;
        var name = reader.Text("name", DirectoryBounds.LongestText);
        var phone = FieldRules.Phone(reader.Text("phone", DirectoryBounds.LongestText), "phone", sink);
        foreach (var at in reader.List("members", DirectoryBounds.MaxMembers))
        {
            var item = ObjectReader.TextOf(at, DirectoryBounds.LongestText, faults);
            if (item is not null && NationalIds.Practitioner(item, "members", new ItemFaults(at, faults)) is { } member && finess is not null)
            {
                draft.AddMember(finess, member);
            }
        }

        if (finess is not null && !draft.Communities.TryAdd(finess, new Cpts(finess, name, phone)))
        {
            faults.Add(reader.At, "Another entry has this FINESS already; keep one.");
        }
    }

    private List<Specialty> Specialties(ObjectReader owner)
    {
        var specialties = new List<Specialty>();
        foreach (var at in owner.List("specialties", DirectoryBounds.MaxSpecialties))
        {
            if (at.Kind == JsonValueKind.String)
            {
                if (ObjectReader.TextOf(at, DirectoryBounds.LongestText, faults) is { } text)
                {
                    specialties.Add(FieldRules.Specialty(text));
                }
            }
            else if (ObjectReader.Open(at, faults) is { } reader)
            {
                var (code, words) = (reader.Text("code", 8), reader.Text("text", DirectoryBounds.LongestText));
                reader.Close();
                if ((code is null && words is null) || (code is not null && !FieldRules.IsSpecialtyCode(code)))
                {
                    faults.Add(at, "Needs a code of TRE_R38 such as SM54, or a text.");
                }

                specialties.Add(new Specialty(code, words));
            }
        }

        return specialties;
    }

    private List<string> Texts(ObjectReader owner, string name, int most) =>
        [.. owner.List(name, most).Select(at => ObjectReader.TextOf(at, DirectoryBounds.LongestText, faults)).OfType<string>()];
}
