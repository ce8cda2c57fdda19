using System.Globalization;
using System.Text;

namespace Sas.Interop.Adapters.Tests.FhirStandard.Direct;

/// <summary>Search results as vendors write them, and spoilt ones.</summary>
internal static class BundleText
{
    private static readonly string[] Oddities =
    [
        "null", "5", "-0.5", "1e3", "true", "\"\"", "\" \"", "[]", "{}", "[null]", "\"\\u00e9\"", "\"\\ud800\"", "\"é\"", "\"\u0001\"", "{\"a\":[{\"b\":1}]}", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        "\"2026-03-02T09:00:00Z\"", "\"2026-03-02T09:00:60+01:00\"", "\"2026-03-02T09:00:00.123456789-03:00\"", "\"2026-02-30T09:00:00Z\"", "\"2026-03-02\"", "\"0001-01-01T00:00:00+14:00\"", "\"busy\"", "\" FREE \"",
        "{\"reference\":\"Schedule/s1\",\"display\":\"x\"}", "{\"reference\" : \"https://vendor.example/fhir/Schedule/s2\"}", "{\"reference\":7}", "[{\"text\":\"a\"},{\"text\":\"a\"}]", "{\"coding\":{\"code\":\"WALKIN\"}}",
        "{\"lastUpdated\":\"now\"}", "{\"security\":[{\"code\":\"cpts\"}]}", "\"" + "x1234567890123456789012345678901234567890123456789012345678901234567890" + "\"",
    ];

    private static readonly string[] Names =
    [
        "id", "meta", "serviceType", "specialty", "appointmentType", "schedule", "status", "start", "end", "comment", "identifier", "_start", "overbooked", "extension", "active", "actor", "name", "family", "given",
        "location", "contained", "telecom", "practitioner", "organization", "reference", "resourceType", "fullUrl", "search", "resource", "unknown", "st\\u0061rt", "value", "system", "address", "line", "text", "mode",
    ];

    /// <summary>One or two practitioners with a place each and some slots, now and then with blanks between the parts.</summary>
    public static string Make(Random random)
    {
        var entries = new List<string>();
        for (var person = 1; person <= 2; person++)
        {
            var national = person == 1 ? FhirSamples.Rpps : FhirSamples.OtherRpps;
            entries.Add($$$"""{"fullUrl":"https://vendor.example/fhir/Practitioner/p{{{person}}}","resource":{"resourceType":"Practitioner","id":"p{{{person}}}","meta":{"profile":["http://vendor.example/P"]},"identifier":[{"use":"official","type":{"coding":[{"system":"http://vendor.example/t","code":"IDNPS"}]},"system":"urn:oid:1.2.250.1.71.4.2.1","value":"{{{national}}}"}],"name":[{"family":"Ésus","given":["Ada","B"],"prefix":["DR"]}]},"search":{"mode":"include"}}""");
            entries.Add($$$"""{"fullUrl":"https://vendor.example/fhir/PractitionerRole/r{{{person}}}","resource":{"resourceType":"PractitionerRole","id":"r{{{person}}}","active":true,"contained":[{"resourceType":"Location","id":"l","identifier":[{"system":"urn:oid:1.1","value":"place-{{{person}}}"}],"name":"Cabinet","mode":"instance","address":{"line":["1 rue","des Essais"],"city":"Agen","postalCode":"47000"}}],"practitioner":{"reference":"Practitioner/p{{{person}}}"},"organization":{"identifier":{"system":"urn:oid:1.2.250.1.71.4.2.2","value":"1060000544"}},"code":[{"text":"x"}],"location":[{"reference":"#l"}],"telecom":[{"system":"phone","value":"+33199000262","use":"work"}]}}""");
            entries.Add($$$"""{"fullUrl":"https://vendor.example/fhir/Schedule/s{{{person}}}","resource":{"resourceType":"Schedule","id":"s{{{person}}}","actor":[{"reference":"Practitioner/p{{{person}}}"},{"reference":"PractitionerRole/r{{{person}}}"}],"planningHorizon":{"start":"2026-03-01"} }}""");
        }

        for (var slot = random.Next(1, 12); slot > 0; slot--)
        {
            entries.Add(Slot(random, slot));
        }

        var gap = random.Next(3) == 0 ? "\r\n  " : string.Empty;
        return $$$"""{"resourceType":"Bundle","type":"searchset","entry":[{{{string.Join("," + gap, entries)}}}{{{gap}}}],"total":{{{entries.Count.ToString(CultureInfo.InvariantCulture)}}} }""";
    }

    /// <summary>Some bytes lost, doubled or replaced.</summary>
    public static byte[] Damaged(string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 5), bytes.Count - at));
                    break;
                case 1:
                    bytes.Insert(at, (byte)"{}[],:\" \\\n0a"[random.Next(12)]);
                    break;
                case 2:
                    bytes[at] = (byte)random.Next(256);
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 60), bytes.Count - at)));
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Some members given values that vendors should not send, or named otherwise, or added.</summary>
    public static string WithOddities(string text, Random random)
    {
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var name = Names[random.Next(Names.Length)];
            var odd = Oddities[random.Next(Oddities.Length)];
            var places = Places(text, random.Next(2) == 0 ? $"\"{name}\":" : "\":");
            if (places.Count == 0)
            {
                places = Places(text, "\":");
            }

            var colon = places[random.Next(places.Count)];
            var end = ValueEnd(text, colon + 1);
            text = random.Next(3) == 0
                ? $"{text[..end]},\"{name}\":{odd}{text[end..]}"
                : text[..(colon + 1)] + odd + text[end..];
        }

        return text;
    }

    private static string Slot(Random random, int number)
    {
        var start = FhirSamples.Now.AddMinutes(20 * random.Next(40));
        string[] types = ["PUBLIC", "PRO", "SNP", "cpts", "private"];
        var reason = random.Next(2) == 0 ? "Consultation" : "Soins non programmés";
        return $$$"""{"fullUrl":"https://vendor.example/fhir/Slot/x{{{number}}}","resource":{"resourceType":"Slot","id":"x{{{number}}}","meta":{"security":[{"system":"http://vendor.example/s","code":"{{{types[random.Next(types.Length)]}}}"}]},"serviceType":[{"coding":[{"code":"AMB"}]},{"text":"{{{reason}}}"}],"specialty":[{"coding":[{"system":"https://mos.esante.gouv.fr/NOS/TRE_R38-SpecialiteOrdinale/FHIR/TRE-R38-SpecialiteOrdinale","code":"SM54"}]}],"appointmentType":{"coding":[{"code":"ROUTINE"}]},"schedule":{"reference":"Schedule/s{{{random.Next(1, 4)}}}"},"status":"{{{(random.Next(6) == 0 ? "busy" : "free")}}}","start":"{{{start:yyyy-MM-dd'T'HH:mm:ss.fffzzz}}}","end":"{{{start.AddMinutes(20):yyyy-MM-dd'T'HH:mm:sszzz}}}","comment":"https://rdv.vendor.example/{{{random.Next(3)}}}?origin=sas"}}""";
    }

    private static List<int> Places(string text, string part)
    {
        var places = new List<int>();
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            places.Add(at + part.Length - 1);
        }

        return places;
    }

    private static int ValueEnd(string text, int start)
    {
        var depth = 0;
        var inText = false;
        for (var at = start; at < text.Length; at++)
        {
            var sign = text[at];
            inText = sign == '"' ? !inText : inText;
            if (!inText && sign is ',' or '}' or ']' && depth == 0)
            {
                return at;
            }

            depth += inText ? 0 : sign switch { '{' or '[' => 1, '}' or ']' => -1, _ => 0 };
        }

        return text.Length;
    }
}
