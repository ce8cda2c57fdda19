using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>Writes the directory of the sandbox.</summary>
internal static class SandboxDirectoryFile
{
    public static byte[] Write(SandboxPlan plan)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("practitioners");
            foreach (var practitioner in plan.Practitioners)
            {
                Write(json, practitioner);
            }

            json.WriteEndArray();
            json.WriteStartArray("associations");
            foreach (var association in plan.Associations)
            {
                json.WriteStartObject();
                json.WriteString("siret", association.Siret);
                json.WriteString("name", association.Name);
                json.WriteString("phone", association.Phone);
                WriteLinks(json, [new SandboxLink(association.Vendor, new Dictionary<string, string>())]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteCommunities(json, plan);
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void Write(Utf8JsonWriter json, SandboxPractitioner practitioner)
    {
        json.WriteStartObject();
        json.WriteString("id", practitioner.Id);
        json.WriteString("family", practitioner.Family);
        WriteList(json, "given", [practitioner.Given]);
        WriteList(json, "specialties", [practitioner.Specialty]);
        if (practitioner.Case == SandboxCase.Refusing)
        {
            json.WriteBoolean("refusesSlots", true);
        }

        var keyed = practitioner.Places.Where(static place => place.Links.Any(static link => !link.TellsPlaces)).ToList();
        if (keyed.Count > 0)
        {
            json.WriteStartArray("places");
            keyed.ForEach(place => Write(json, place));
            json.WriteEndArray();
        }

        WriteLinks(json, [.. practitioner.Places.SelectMany(static place => place.Links).Where(static link => link.TellsPlaces).DistinctBy(static link => link.Vendor)]);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SandboxPlace place)
    {
        json.WriteStartObject();
        json.WriteString("id", place.Key);
        json.WriteString("name", place.Name);
        json.WriteString("structure", place.Structure);
        json.WriteString("line", place.Line);
        json.WriteString("city", place.City);
        json.WriteString("postalCode", place.PostalCode);
        json.WriteString("phone", place.Phone);
        json.WriteString("timeZone", place.TimeZone);
        WriteLinks(json, [.. place.Links.Where(static link => !link.TellsPlaces)]);
        json.WriteEndObject();
    }

    private static void WriteLinks(Utf8JsonWriter json, IReadOnlyList<SandboxLink> links)
    {
        if (links.Count == 0)
        {
            return;
        }

        json.WriteStartArray("vendors");
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("vendor", link.Vendor);
            if (link.Keys.Count > 0)
            {
                json.WriteStartObject("keys");
                foreach (var (name, value) in link.Keys)
                {
                    json.WriteString(name, value);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCommunities(Utf8JsonWriter json, SandboxPlan plan)
    {
        json.WriteStartArray("communities");
        foreach (var (community, index) in plan.Communities.Select(static (community, index) => (community, index)))
        {
            json.WriteStartObject();
            json.WriteString("finess", community.Finess);
            json.WriteString("name", community.Name);
            json.WriteString("phone", community.Phone);
            WriteList(json, "members", [.. plan.Practitioners.Where(practitioner => SandboxCommunities.Of(practitioner).Contains(index)).Select(static practitioner => practitioner.Id)]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
