using System.Text;
using System.Text.Json;

using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Tests.Configuration.Source;

[Parallelizable(ParallelScope.All)]
internal sealed class SourceParserTests
{
    [Test]
    public void Parse_AnyValue_KnowsPathLineAndBytes()
    {
        const string Json = "\uFEFF{\r\n \"a b\": [1, {\"c\": true}],\n \"d\": -1.5e3 }";
        var (root, faults) = Parse(Json);

        var item = root?.Find("a b")?.Children[1].Find("c");
        Assert.That((item?.Path, item?.Line, item?.Kind), Is.EqualTo(("$['a b'][1].c", 2, JsonValueKind.True)));
        Assert.That((root?.Find("d")?.Text, root?.Find("d")?.Line), Is.EqualTo(("-1.5e3", 3)));
        Assert.That(faults.Count, Is.Zero);
    }

    [Test]
    public void Parse_MemberTwice_IsAFaultOnItsLine()
    {
        var (_, faults) = Parse("{ \"a\": 1,\n \"b\": { \"x\": 1, \"x\": 2 },\n \"a\": 2 }");

        Assert.That(faults.Faults().Select(static fault => (fault.Path, fault.Line)), Is.EqualTo(new[] { ("$.b.x", 2), ("$.a", 3) }));
    }

    [Test]
    public void Parse_HalfAnEscapedCharacter_IsAFault()
    {
        var (_, faults) = Parse("{ \"a\": \"\\ud800\", \"\\udc00\": 1 }");

        Assert.That(faults.Count, Is.EqualTo(2));
    }

    [Test]
    public void Parse_NotUtf8_IsTorn()
    {
        var faults = new FaultList("f");
        var root = SourceParser.Parse(new byte[] { (byte)'"', 0xC3, (byte)'"' }, ("$", 1), SourceBounds.Adapters, faults);

        Assert.That((root, faults.Torn), Is.EqualTo(((SourceValue?)null, true)));
    }

    [Test]
    public void Parse_TooDeep_IsRefused()
    {
        var (root, faults) = Parse(new string('[', 40) + new string(']', 40));

        Assert.That((root, faults.Count), Is.EqualTo(((SourceValue?)null, 1)));
    }

    [Test]
    public void Parse_TooManyValues_IsRefusedOnce()
    {
        var (root, faults) = Parse("[" + string.Join(",", Enumerable.Repeat("0", 300_000)) + "]");

        Assert.That((root, faults.Count), Is.EqualTo(((SourceValue?)null, 1)));
    }

    [Test]
    public void Add_MoreFaultsThanKept_AreCounted()
    {
        var faults = new FaultList("f");
        for (var line = 1; line <= FaultList.Most + 5; line++)
        {
            faults.Add("$", line, "x");
        }

        Assert.That(faults.Faults(), Has.Count.EqualTo(FaultList.Most + 1));
        Assert.That(faults.Faults()[^1].Message, Is.EqualTo("and 5 more faults."));
    }

    private static (SourceValue? Root, FaultList Faults) Parse(string json)
    {
        var faults = new FaultList("f");
        return (SourceParser.Parse(Encoding.UTF8.GetBytes(json), ("$", 1), SourceBounds.Adapters, faults), faults);
    }
}
