using System.Text;
using System.Text.Json;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.Tests.Json;

[Parallelizable(ParallelScope.All)]
internal sealed class ObjectPatternTests
{
    private static readonly string[] Values =
        ["1", "12", "-3.5", "0", "true", "false", "null", "\"a\"", "\"a b\"", "\"\"", "[]", "{}", "[1, 2]", "{ \"x\": [\"}\"] }", "\"2026-03-02T09:00:00Z\"", "\"é\""];

    [Test]
    public void TryRead_AnyPlainObjects_FindsWhatAFullReaderFinds() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            var pattern = Pattern();
            return Enumerable.Range(0, 12).All(_ => Agrees(pattern, Object(random)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [TestCase("""{"a":1,"a":2}""", Description = "named twice")]
    [TestCase("""{"a":"\u0041"}""", Description = "escape")]
    [TestCase("""{"\u0061":1}""", Description = "escape in a name")]
    [TestCase("""{"a":1e5}""", Description = "exponent")]
    [TestCase("""{"a":01}""")]
    [TestCase("""{"a":1.}""")]
    [TestCase("""{"a":tru}""")]
    [TestCase("""{"a":1,}""")]
    [TestCase("""{"a" 1}""")]
    [TestCase("""{"a":[1,]}""")]
    [TestCase("""{"a":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}""", Description = "too deep")]
    [TestCase("""{"a":1""", Description = "cut short")]
    [TestCase("""{"a":12""", Description = "cut short in a number")]
    [TestCase("""{"a":"x""", Description = "cut short in a text")]
    [TestCase("""{"a""", Description = "cut short in a name")]
    [TestCase("""[]""")]
    [TestCase("\"a\":1}", Description = "no brace")]
    [TestCase("""{,"a":1}""")]
    [TestCase("")]
    [TestCase("{\"a\":\"x\u0001\"}", Description = "control character")]
    public void TryRead_NotPlain_IsDeclined(string json)
    {
        var text = new JsonGlance(Encoding.UTF8.GetBytes(json));
        Assert.That(Pattern().TryRead(ref text), Is.False);
    }

    [Test]
    public void TryRead_NumberLongerThanTheOneBefore_IsReadWhole()
    {
        var pattern = Pattern();
        Assert.That(Agrees(pattern, """{"a":1,"b":2}"""), Is.True);
        Assert.That(Agrees(pattern, """{"a":12,"b":2.5}"""), Is.True);
    }

    [Test]
    public void TryRead_SameBytesAgain_GivesTheSameMemory()
    {
        var pattern = Pattern();
        Agrees(pattern, """{"a":{"x":1},"b":1}""");
        var memory = pattern[0].Memory;
        Agrees(pattern, """{"a":{"x":2},"b":1}""");
        var other = pattern[0].Memory;
        Agrees(pattern, """{ "b":1, "a":{"x":1}}""");
        Agrees(pattern, """{"a":{"x":1},"b":1}""");

        Assert.That(memory, Is.Not.Null.And.Not.SameAs(other));
        Assert.That(pattern[0].Memory, Is.SameAs(memory));
    }

    private static ObjectPattern Pattern() => new("a"u8.ToArray(), "b"u8.ToArray());

    private static bool Agrees(ObjectPattern pattern, string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json + ",");
        var text = new JsonGlance(utf8);
        if (!pattern.TryRead(ref text) || text.At != utf8.Length - 1)
        {
            return false;
        }

        using var document = JsonDocument.Parse(json);
        return Same(document, "a", utf8, pattern[0]) && Same(document, "b", utf8, pattern[1])
            && pattern.Others.Count == document.RootElement.EnumerateObject().Count(static member => member.Name is not ("a" or "b"));
    }

    private static bool Same(JsonDocument document, string name, byte[] utf8, PatternValue value) =>
        document.RootElement.TryGetProperty(name, out var expected)
            ? expected.GetRawText() == Encoding.UTF8.GetString(utf8, value.Start, value.Length)
            : value.Length == 0;

    private static string Object(Random random)
    {
        string[] names = ["a", "b", "c", "d", "other name"];
        random.Shuffle(names);
        var blank = random.Next(4) == 0 ? " " : string.Empty;
        var members = names.Take(random.Next(0, 5)).Select(name => $"\"{name}\"{blank}:{blank}{Values[random.Next(Values.Length)]}{blank}");
        return "{" + blank + string.Join("," + blank, members) + "}";
    }
}
