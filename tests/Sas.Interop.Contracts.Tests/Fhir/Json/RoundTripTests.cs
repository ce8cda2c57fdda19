using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Contracts.Fhir.Json.Shapes;

namespace Sas.Interop.Contracts.Tests.Fhir.Json;

[TestFixture]
[Parallelizable]
internal sealed class RoundTripTests
{
    private static readonly FhirReadOptions Deep = FhirReadOptions.Default with { MaxDepth = FhirReadOptions.DepthCeiling, MaxIssues = 10_000 };

    [Test]
    public void ReadThenWrite_AnyWrittenResource_GivesTheSameBytes() => Prop.ForAll(ModelGenerator.Resources(), static resource =>
    {
        var text = FhirJson.ToUtf8(resource);
        var read = FhirJson.Read<Resource>(text, Deep);
        return !read.HasErrors && FhirJson.ToUtf8(read.Resource!).AsSpan().SequenceEqual(text); // Without errors there is a resource.
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Test]
    public void WriteThenRead_AnyResource_GivesTheSameContent() => Prop.ForAll(ModelGenerator.Resources(), static resource =>
    {
        var read = FhirJson.Read<Resource>(FhirJson.ToUtf8(resource), Deep);
        return (ModelTypes.Dump(read.Resource) == ModelTypes.Dump(resource)).Label($"{ModelTypes.Dump(resource)}\n{ModelTypes.Dump(read.Resource)}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Test]
    public void Write_AnyResource_HasTypeFirstAndNothingEmpty() => Prop.ForAll(ModelGenerator.Resources(), static resource =>
    {
        var json = JsonNode.Parse(FhirJson.ToUtf8(resource))!.AsObject(); // The writer never writes a bare null.
        return json.First().Key == "resourceType" && EmptyParts.In(json) == 0;
    }).QuickCheckThrowOnFailure();

    [TestCaseSource(nameof(Members))]
    public void WriteThenRead_OneMemberAlone_IsKept(Type type, string name)
    {
        var member = type.GetProperty(name)!; // The name comes from the type.
        var owner = Activator.CreateInstance(type)!; // A class has no null instance.
        member.SetValue(owner, new ModelGenerator(new Random(7)).Value(member, 2));

        var (written, read) = ThroughShape(type, owner);

        Assert.That(ModelTypes.Dump(read), Is.EqualTo(ModelTypes.Dump(owner)));
        Assert.That(written.Count, Is.EqualTo(type.IsSubclassOf(typeof(Resource)) ? 2 : 1), "The member is written under one name.");
        Assert.That(written.Last().Key, Does.StartWith(ModelTypes.JsonName(member)));
    }

    [Test]
    public void Write_EmptyMembers_WritesNone()
    {
        var slot = new Slot
        {
            Id = "",
            Identifier = [],
            ServiceType = [new CodeableConcept { Coding = [new Coding()], Text = "" }],
            Schedule = new Reference(),
            Start = default(FhirInstant),
            Extension = [new Extension { Value = FhirValue.String("") }],
            PrimitiveExtensions = [new PrimitiveExtension { Name = "comment" }],
            Meta = new Meta { Profile = ["", ""] },
        };

        Assert.That(Encoding.UTF8.GetString(FhirJson.ToUtf8(slot)), Is.EqualTo("""{"resourceType":"Slot"}"""));
    }

    [Test]
    public void Write_AccentsAndSigns_EscapesOnlyWhatJsonDemands()
    {
        var slot = new Slot { Comment = "é<>&'+\u2028🩺\"\\\n\u0001\u007F" };

        Assert.That(Encoding.UTF8.GetString(FhirJson.ToUtf8(slot)), Is.EqualTo("{\"resourceType\":\"Slot\",\"comment\":\"é<>&'+\u2028🩺\\\"\\\\\\n\\u0001\u007F\"}"));
    }

    [Test]
    public void Write_LongText_IsWhole([Values(100, 511, 512, 100_000)] int length)
    {
        var text = string.Concat(Enumerable.Repeat("é\"", length));

        var read = FhirJson.Read<Slot>(FhirJson.ToUtf8(new Slot { Comment = text }), FhirReadOptions.Default);

        Assert.That(read.Resource?.Comment, Is.EqualTo(text));
    }

    [Test]
    public void Read_ExtensionsOnPrimitives_AreKeptWithTheirPositions()
    {
        const string text = """{"resourceType":"Practitioner","name":[{"given":["A",null],"_given":[null,{"id":"g"}]}],"_birthDate":{"id":"b"}}""";

        var practitioner = FhirJson.Read<Practitioner>(Encoding.UTF8.GetBytes(text), FhirReadOptions.Default).Resource;

        Assert.That(practitioner?.PrimitiveExtensions, Has.One.Matches<PrimitiveExtension>(static sibling => sibling is { Name: "birthDate", Id: "b", Index: null }));
        Assert.That(practitioner?.Name?[0].Given, Is.EqualTo(new[] { "A", "" }));
        Assert.That(practitioner?.Name?[0].PrimitiveExtensions?[0].Index, Is.EqualTo(1));
        Assert.That(Encoding.UTF8.GetString(FhirJson.ToUtf8(practitioner!)), Is.EqualTo(text)); // Asserted above.
    }

    [Test]
    public void Read_UnknownContainedResource_IsKeptAsJson()
    {
        const string text = """{"resourceType":"Slot","contained":[{"resourceType":"Device","id":"d","note":[{"text":"é"}]}]}""";

        var slot = FhirJson.Read<Slot>(Encoding.UTF8.GetBytes(text), FhirReadOptions.Default);

        Assert.That(slot.Issues, Is.Empty);
        Assert.That(slot.Resource?.Contained?[0], Is.TypeOf<UnknownResource>().With.Property("TypeName").EqualTo("Device").And.Property("Id").EqualTo("d"));
        Assert.That(Encoding.UTF8.GetString(FhirJson.ToUtf8(slot.Resource!)), Is.EqualTo(text)); // Asserted above.
    }

    private static IEnumerable<TestCaseData> Members() =>
        from type in ModelTypes.All
        from member in ModelTypes.MembersOf(type)
        select new TestCaseData(type, member.Name).SetArgDisplayNames(type.Name, member.Name);

    private static (JsonObject Written, object? Read) ThroughShape(Type type, object owner) =>
        ((JsonObject, object?))typeof(RoundTripTests)
            .GetMethod(nameof(ThroughShapeOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)! // Named just below.
            .MakeGenericMethod(type)
            .Invoke(null, [owner])!; // It returns a tuple.

    private static (JsonObject Written, object? Read) ThroughShapeOf<T>(T owner)
        where T : class
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            ShapeOf<T>.Value.Write(writer, owner);
        }

        var reader = new FhirReader(buffer.ToArray(), new ReadState(Deep));
        reader.Next();
        return (JsonNode.Parse(buffer.ToArray())!.AsObject(), ShapeOf<T>.Value.Read(ref reader)); // A shape writes an object.
    }
}
