using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sas.Interop.Adapters.Tests.Json;

/// <summary>Makes documents of the shape that the tests of the streamed reader use, with members beside the point, and says what should be handed over.</summary>
internal static class JsonSample
{
    private static readonly string[] Texts = ["", "a", "é", "😀", "\"", "\\", "{[", "]},", "0,1", "\n\t", "items"];

    public static string Make(int seed)
    {
        var random = new Random(seed);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = random.Next(2) == 0 }))
        {
            json.WriteStartObject();
            foreach (var member in new[] { "items", "noise", "days", "grid", "next", "meta", "tail" }.OrderBy(_ => random.Next()).Take(random.Next(1, 8)))
            {
                json.WritePropertyName(member);
                Member(json, member, random);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The same bytes with one of them replaced, removed or doubled.</summary>
    public static byte[] Damage(byte[] bytes, int where)
    {
        var random = new Random(where);
        var at = random.Next(bytes.Length);
        return random.Next(3) switch
        {
            0 => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], .. bytes[(at + 1)..]],
            _ => [.. bytes[..at], bytes[at], .. bytes[at..]],
        };
    }

    public static IEnumerable<string> Expected(string json)
    {
        using var document = JsonDocument.Parse(json);
        var values = new List<string>();
        foreach (var member in document.RootElement.EnumerateObject())
        {
            switch (member.Name)
            {
                case "items":
                    values.AddRange(member.Value.EnumerateArray().Select(static item => $"0  {item.GetRawText()}"));
                    break;
                case "days":
                    values.AddRange(member.Value.EnumerateObject().SelectMany(static day => day.Value.EnumerateArray().Select(item => $"1 {day.Name} {item.GetRawText()}")));
                    break;
                case "grid":
                    values.AddRange(
                        from row in member.Value.EnumerateArray()
                        from cell in row.EnumerateArray()
                        from x in cell.EnumerateObject()
                        where x.Name == "x"
                        select $"2  {x.Value.GetRawText()}");
                    break;
                case "next":
                    values.Add($"3  {member.Value.GetRawText()}");
                    break;
                case "meta":
                    values.AddRange(member.Value.EnumerateObject().Select(static any => $"4 {any.Name} {any.Value.GetRawText()}"));
                    break;
            }
        }

        return values;
    }

    private static void Member(Utf8JsonWriter json, string member, Random random)
    {
        switch (member)
        {
            case "items":
                List(json, random, () => Any(json, random, 3));
                break;
            case "days":
                Map(json, random, () => List(json, random, () => Any(json, random, 2)));
                break;
            case "grid":
                List(json, random, () => List(json, random, () => Cell(json, random)));
                break;
            case "meta":
                Map(json, random, () => Any(json, random, 2));
                break;
            default:
                Any(json, random, 3);
                break;
        }
    }

    private static void Cell(Utf8JsonWriter json, Random random)
    {
        json.WriteStartObject();
        json.WritePropertyName("y");
        Any(json, random, 2);
        if (random.Next(3) > 0)
        {
            json.WritePropertyName("x");
            Any(json, random, 2);
        }

        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, Random random, Action item)
    {
        json.WriteStartArray();
        for (var count = random.Next(4); count > 0; count--)
        {
            item();
        }

        json.WriteEndArray();
    }

    private static void Map(Utf8JsonWriter json, Random random, Action value)
    {
        json.WriteStartObject();
        for (var count = random.Next(4); count > 0; count--)
        {
            json.WritePropertyName(count.ToString(CultureInfo.InvariantCulture) + Texts[random.Next(Texts.Length)]);
            value();
        }

        json.WriteEndObject();
    }

    private static void Any(Utf8JsonWriter json, Random random, int depth)
    {
        switch (random.Next(depth > 0 ? 7 : 5))
        {
            case 0:
                json.WriteNumberValue(random.Next(-1000, 1_000_000) / 8.0);
                break;
            case 1:
                json.WriteStringValue(Texts[random.Next(Texts.Length)]);
                break;
            case 2:
                json.WriteBooleanValue(random.Next(2) == 0);
                break;
            case 3:
                json.WriteNullValue();
                break;
            case 4:
                json.WriteNumberValue(random.Next(10));
                break;
            case 5:
                List(json, random, () => Any(json, random, depth - 1));
                break;
            default:
                Map(json, random, () => Any(json, random, depth - 1));
                break;
        }
    }
}
