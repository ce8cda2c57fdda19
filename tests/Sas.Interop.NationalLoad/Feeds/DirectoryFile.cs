using System.Text.Encodings.Web;
using System.Text.Json;

using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.NationalLoad.Feeds;

/// <summary>The country as a directory that the hub loads: owners, communities, and which vendor equips whom.</summary>
internal static class DirectoryFile
{
    private const int FlushBytes = 1 << 16;
    private static readonly JsonWriterOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(Country country, Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, Layout);
        json.WriteStartObject();
        json.WriteStartArray("practitioners");
        foreach (var owner in country.All().TakeWhile(static owner => !owner.IsAssociation))
        {
            Practitioner(json, owner);
            if (json.BytesPending > FlushBytes)
            {
                await json.FlushAsync(cancellationToken);
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("associations");
        for (var number = country.Options.Practitioners; number < country.Owners; number++)
        {
            Association(json, country.Owner(number));
        }

        json.WriteEndArray();
        Communities(json, country);
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private static void Practitioner(Utf8JsonWriter json, InventedOwner owner)
    {
        json.WriteStartObject();
        json.WriteString("id", owner.Id);
        json.WriteString("family", owner.Name);
        List(json, "given", [owner.Given]);
        List(json, "specialties", [owner.Specialty]);
        json.WriteStartArray("places");
        foreach (var place in owner.Places)
        {
            var details = place.Details;
            json.WriteStartObject();
            json.WriteString("id", details.IdentifierValue);
            json.WriteString("name", details.Name);
            json.WriteString("structure", details.StructureId);
            json.WriteString("line", details.Line);
            json.WriteString("city", details.City);
            json.WriteString("postalCode", details.PostalCode);
            json.WriteString("phone", details.Phone);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Links(json, owner);
        json.WriteEndObject();
    }

    private static void Association(Utf8JsonWriter json, InventedOwner owner)
    {
        json.WriteStartObject();
        json.WriteString("siret", owner.Id);
        json.WriteString("name", owner.Name);
        json.WriteString("phone", owner.Phone);
        Links(json, owner);
        json.WriteEndObject();
    }

    /// <summary>In the dialect of the contract a vendor tells the places itself: one link an owner.</summary>
    private static void Links(Utf8JsonWriter json, InventedOwner owner)
    {
        json.WriteStartArray("vendors");
        foreach (var vendor in owner.Vendors)
        {
            json.WriteStartObject();
            json.WriteString("vendor", vendor);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Communities(Utf8JsonWriter json, Country country)
    {
        var members = country.All().Where(static owner => owner.Community is not null).ToLookup(static owner => owner.Community?.Finess ?? string.Empty, static owner => owner.Id);
        json.WriteStartArray("communities");
        for (var number = 0; number < country.Communities; number++)
        {
            var community = country.Community(number);
            json.WriteStartObject();
            json.WriteString("finess", community.Finess);
            json.WriteString("name", community.Name);
            json.WriteString("phone", community.Phone);
            List(json, "members", members[community.Finess]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void List(Utf8JsonWriter json, string name, IEnumerable<string?> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values.OfType<string>())
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
