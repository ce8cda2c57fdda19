using System.Reflection;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json.Codecs;

namespace Sas.Interop.Contracts.Tests.Fhir.Json;

/// <summary>Makes random model objects without empty members: every type, extensions, contained resources, extensions on primitives.</summary>
internal sealed class ModelGenerator(Random random)
{
    private const int DeepestComplex = 3;
    private static readonly string[] Pieces =
        ["a", "Z", "9", "-", ".", " ", "é", "œ", "漢", "🩺", "\"", "\\", "/", "\n", "\t", "<b>", "&", "+", "\u007F", "\u2028", "https://exemple.test/?a=b"];

    private static readonly string[] Numbers = ["0", "-0", "1.0", "1.00", "48.8566140", "-2.35e-2", "1E+400", "0.000000000000000001"];

    private static readonly Dictionary<string, string[]> ChoiceTypes = new()
    {
        ["Annotation.Author"] = ["Reference", "string"],
        ["AuditEventEntityDetail.Value"] = ["string", "base64Binary"],
        ["UsageContext.Value"] = ["CodeableConcept", "Quantity", "Range", "Reference"],
        ["ServiceRequest.Quantity"] = ["Quantity", "Ratio", "Range"],
        ["ServiceRequest.Occurrence"] = ["dateTime", "Period", "Timing"],
        ["ServiceRequest.AsNeeded"] = ["boolean", "CodeableConcept"],
    };

    /// <summary>Resources of every type; a case is told by its seed.</summary>
    public static Arbitrary<Resource> Resources() =>
        Gen.Choose(int.MinValue, int.MaxValue).Select(static seed => new ModelGenerator(new Random(seed)).Resource(0)).ToArbitrary();

    public Resource Resource(int depth)
    {
        if (depth > 0 && random.Next(6) == 0)
        {
            return Unknown();
        }

        var types = ModelTypes.Resources;
        return (Resource)Object(types[random.Next(types.Count)], depth);
    }

    public object Object(Type type, int depth)
    {
        var made = Activator.CreateInstance(type)!; // A class has no null instance.
        var members = ModelTypes.MembersOf(type).ToArray();
        foreach (var member in members)
        {
            if (random.Next(3) == 0 && (depth < DeepestComplex || IsPrimitive(member)))
            {
                member.SetValue(made, Value(member, depth + 1));
            }
        }

        if (members.All(member => member.GetValue(made) is null))
        {
            members.Single(static member => member.Name == nameof(Element.Id)).SetValue(made, Text());
        }

        AddPrimitiveExtensions(made, members, depth);
        return made;
    }

    public object Value(PropertyInfo member, int depth)
    {
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        if (type == typeof(FhirValue))
        {
            var types = ChoiceTypes.GetValueOrDefault(member.DeclaringType!.Name + "." + member.Name) ?? [.. ValueKinds.All]; // A property has an owner.
            return Choice(types[random.Next(types.Length)], depth);
        }

        return type.IsGenericType ? Items(type.GenericTypeArguments[0], depth) : One(type, depth);
    }

    private static bool IsPrimitive(PropertyInfo member)
    {
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        return type == typeof(string) || type.IsValueType || type == typeof(IReadOnlyList<string>);
    }

    private Array Items(Type type, int depth)
    {
        var items = Array.CreateInstance(type, random.Next(1, 4));
        for (var i = 0; i < items.Length; i++)
        {
            items.SetValue(One(type, depth), i);
        }

        return items;
    }

    private object One(Type type, int depth) => type.Name switch
    {
        nameof(String) => Text(),
        nameof(Boolean) => random.Next(2) == 0,
        nameof(Int32) => random.Next(1, int.MaxValue),
        nameof(FhirDecimal) => FhirDecimal.FromJson(Numbers[random.Next(Numbers.Length)]),
        nameof(FhirInstant) => Instant(),
        nameof(FhirDateTime) => Parsed<FhirDateTime>(FhirDateTime.TryParse, ["2024", "2024-02", "2024-02-29", Instant().Text]),
        nameof(FhirDate) => Parsed<FhirDate>(FhirDate.TryParse, ["1970", "1970-12", "1970-12-31"]),
        nameof(FhirTime) => Parsed<FhirTime>(FhirTime.TryParse, ["00:00:00", "08:30:00", "23:59:59.999"]),
        nameof(Contracts.Fhir.Resource) => Resource(depth),
        _ => Object(type, depth),
    };

    private FhirValue Choice(string type, int depth)
    {
        object content = type switch
        {
            "boolean" => random.Next(2) == 0,
            "integer" => random.Next(int.MinValue, int.MaxValue),
            "positiveInt" or "unsignedInt" => random.Next(1, int.MaxValue),
            "decimal" => One(typeof(FhirDecimal), depth),
            "instant" => One(typeof(FhirInstant), depth),
            "dateTime" => One(typeof(FhirDateTime), depth),
            "date" => One(typeof(FhirDate), depth),
            "time" => One(typeof(FhirTime), depth),
            _ when char.IsAsciiLetterLower(type[0]) => Text(),
            "Age" or "Count" or "Distance" or "Duration" => Object(typeof(Quantity), depth),
            _ when typeof(Element).Assembly.GetType(typeof(Element).Namespace + "." + type) is { } modelled => Object(modelled, depth),
            _ => new OpaqueJson("""{"repeat":{"count":2},"event":["2024-01-01"]}"""u8.ToArray()),
        };
        return FhirValue.Create(type, content);
    }

    /// <summary>Gives some primitives an extension, and takes the value from some of those.</summary>
    private void AddPrimitiveExtensions(object made, PropertyInfo[] members, int depth)
    {
        List<PrimitiveExtension> siblings = [];
        foreach (var member in members.Where(IsPrimitive).Where(_ => random.Next(8) == 0 && depth < DeepestComplex))
        {
            if (member.PropertyType == typeof(IReadOnlyList<string>))
            {
                siblings.Add(Sibling(ModelTypes.JsonName(member), SetTexts(made, member)));
            }
            else if (random.Next(2) == 0 || member.GetValue(made) is null)
            {
                member.SetValue(made, null);
                siblings.Add(Sibling(ModelTypes.JsonName(member), null));
            }
        }

        if (made is Extension { Value: { Content: string } value } && random.Next(4) == 0)
        {
            siblings.Add(Sibling("value" + char.ToUpperInvariant(value.Type[0]) + value.Type[1..], null));
        }

        if (siblings.Count > 0)
        {
            made.GetType().GetProperty(nameof(Element.PrimitiveExtensions))!.SetValue(made, siblings); // Both roots of the model have it.
        }
    }

    private int SetTexts(object made, PropertyInfo member)
    {
        var texts = Enumerable.Range(0, 3).Select(_ => Text()).ToArray();
        var index = random.Next(3);
        texts[index] = random.Next(2) == 0 ? "" : texts[index];
        member.SetValue(made, texts);
        return index;
    }

    private PrimitiveExtension Sibling(string name, int? index) => new()
    {
        Name = name,
        Index = index,
        Id = random.Next(2) == 0 ? Text() : null,
        Extension = [new Extension { Url = "urn:test", Value = FhirValue.String(Text()) }],
    };

    private static UnknownResource Unknown()
    {
        var json = """{"resourceType":"Device","id":"d1","deviceName":[{"name":"é","type":"other"}],"expirationDate":"2030"}""";
        return new UnknownResource("Device", new OpaqueJson(Encoding.UTF8.GetBytes(json))) { Id = "d1" };
    }

    private FhirInstant Instant()
    {
        var offset = TimeSpan.FromHours(random.Next(-12, 15));
        var moment = new DateTimeOffset(2000, 1, 1, 0, 0, 0, offset).AddSeconds(random.Next());
        return random.Next(2) == 0 ? new FhirInstant(moment) : FhirInstant.Parse(moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
    }

    private T Parsed<T>(LexicalCodec<T>.Parser parser, string[] texts)
        where T : struct => parser(texts[random.Next(texts.Length)], out var value) ? value : throw new InvalidOperationException("The samples are right.");

    private string Text()
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
        }

        return text.ToString();
    }
}
