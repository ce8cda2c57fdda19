using System.Text.Json;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.NationalLoad.Agendas;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.NationalLoad.Feeds;

/// <summary>Writes what a vendor of the national contract answers (CONTRACT §5), entry after entry, so that an answer of any size needs no memory.</summary>
internal sealed class FeedWriter(Country country, Utf8JsonWriter json)
{
    private const string Base = "https://vendor.example/fhir/";
    private readonly AgendaReader _agendas = new(country);
    private int _slots;

    /// <summary>Begins a bundle that was made at a minute.</summary>
    public void Open(int minute)
    {
        _slots = 0;
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteStartObject("meta");
        json.WriteString("lastUpdated", Text(country.At(minute)));
        json.WriteEndObject();
        json.WriteString("type", "searchset");
        json.WriteStartArray("entry");
    }

    /// <summary>Writes an owner at one vendor; nothing when it has no free slot in the window.</summary>
    public void Owner(InventedOwner owner, string vendor, TimeWindow window, int minute)
    {
        var before = _slots;
        foreach (var place in owner.Places.Where(place => place.Vendor == vendor))
        {
            var first = _slots;
            foreach (var slot in _agendas.Free(owner, place, window, minute))
            {
                Slot(owner, place, slot);
            }

            if (_slots > first)
            {
                ActorWriter.Place(json, owner, place);
            }
        }

        if (_slots > before)
        {
            ActorWriter.Owner(json, owner);
        }
    }

    public void Close()
    {
        json.WriteEndArray();
        json.WriteNumber("total", _slots);
        json.WriteEndObject();
    }

    /// <summary>Begins an entry and its resource.</summary>
    public static void Begin(Utf8JsonWriter json, string type, string id, string? profile)
    {
        json.WriteStartObject();
        json.WriteString("fullUrl", $"{Base}{type}/{id}");
        json.WriteStartObject("resource");
        json.WriteString("resourceType", type);
        json.WriteString("id", id);
        if (profile is not null)
        {
            json.WriteStartObject("meta");
            Profile(json, profile);
            json.WriteEndObject();
        }
    }

    public static void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void Coding(Utf8JsonWriter json, string system, string code)
    {
        json.WriteStartObject();
        json.WriteString("system", system);
        json.WriteString("code", code);
        json.WriteEndObject();
    }

    /// <summary>The members of a CodeableConcept with one coding.</summary>
    public static void Concept(Utf8JsonWriter json, string system, string code)
    {
        json.WriteStartArray("coding");
        Coding(json, system, code);
        json.WriteEndArray();
    }

    private static void Profile(Utf8JsonWriter json, string profile)
    {
        json.WriteStartArray("profile");
        json.WriteStringValue(profile);
        json.WriteEndArray();
    }

    private static string Text(DateTimeOffset instant) => instant.ToString(FhirUrls.Instant, CultureInfo.InvariantCulture);

    /// <summary>Writes one slot.</summary>
    public void Slot(InventedOwner owner, InventedPlace place, in PlaceSlot slot)
    {
        _slots++;
        var kind = slot.Kind;
        Begin(json, "Slot", AgendaReader.IdOf(owner, place, slot), null);
        json.WriteStartObject("meta");
        Profile(json, kind.Communities.Count > 0 ? ProfileUrls.SlotCpts : owner.IsAssociation ? ProfileUrls.SlotSos : ProfileUrls.SlotIndividual);
        json.WriteStartArray("security");
        foreach (var (type, code) in KindCodes.Types)
        {
            if (kind.Types.HasFlag(type))
            {
                Coding(json, CodeSystems.SlotType, code);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        KindCodes.Write(json, kind);
        json.WriteStartObject("schedule");
        json.WriteString("reference", $"Schedule/{ActorWriter.PlaceId(owner, place)}");
        json.WriteEndObject();
        json.WriteString("status", "free");
        json.WriteString("start", Text(slot.Start));
        json.WriteString("end", Text(slot.Start.AddMinutes(place.Agenda.SlotMinutes)));
        json.WriteString("comment", kind.BookingUrl?.AbsoluteUri);
        End(json);
    }
}
