using FsCheck;
using FsCheck.Fluent;
using Sas.Interop.Adapters.Replay.Matching;

namespace Sas.Interop.Adapters.Tests.Replay.Matching;

internal sealed class RegexAutomatonTests
{
    [TestCase("[15]1[0-9]+", "21[0-9]+", false)]
    [TestCase("/timetables/[15][0-9]+1", "/timetables/[15][0-9]+2", false)]
    [TestCase("/timetables/[15][0-9]+", "/timetables/5[0-9]{3}", true)]
    [TestCase("sandbox-[0-9]+", "sandbox-re-[0-9]+", false)]
    [TestCase("5a1[0-9]{21}", "5a[12][0-9]{21}", true)]
    [TestCase("a{2,3}", "a{4,}", false)]
    [TestCase("a{2,4}", "a{4,}", true)]
    [TestCase("a*", "", true)]
    [TestCase("a+", "b*", false)]
    [TestCase("(?:ab|cd)+", "abcdab", true)]
    [TestCase("[^/]+", "a/b", false)]
    [TestCase("\\d+\\.json", "[a-f]+\\.json", false)]
    [TestCase(".*x", "y.*", true)]
    [TestCase("^a$", "a", true)]
    public void Meet_PlainExpressions_TellsWhetherTheyShareAText(string left, string right, bool expected) => Assert.Multiple(() =>
    {
        Assert.That(RegexAutomaton.Meet(RegexAutomaton.TryMake(left), RegexAutomaton.TryMake(right)), Is.EqualTo(expected));
        Assert.That(RegexAutomaton.Meet(RegexAutomaton.TryMake(right), RegexAutomaton.TryMake(left)), Is.EqualTo(expected));
    });

    [TestCase("(?=a)b")]
    [TestCase("(a)\\1")]
    [TestCase("a++")]
    [TestCase("\\bword")]
    [TestCase("(?i)abc")]
    [TestCase("a{1000}")]
    [TestCase("[a&&[b]]")]
    [TestCase("(((")]
    public void TryMake_WhatIsNotPlain_GivesUpAndSoNothingIsApart(string pattern)
    {
        Assert.That(RegexAutomaton.TryMake(pattern), Is.Null);
        Assert.That(RegexAutomaton.Meet(RegexAutomaton.TryMake(pattern), RegexAutomaton.TryMake("zzz")), Is.True);
    }

    [Test]
    public void Meet_AnyTwoExpressions_NeverDeniesASharedText()
    {
        var texts = AllTexts(4).ToArray();
        Prop.ForAll(
            Pattern(3).Zip(Pattern(3)).ToArbitrary(),
            pair =>
            {
                var (left, right) = (JavaRegex.For(pair.Item1), JavaRegex.For(pair.Item2));
                var meet = RegexAutomaton.Meet(left.Automaton, right.Automaton);
                var shared = texts.FirstOrDefault(text => left.IsWhole(text) && right.IsWhole(text));

                // A shared text must be admitted; and the machine must know each short text as the expression does.
                return (meet || shared is null) && texts.All(text =>
                    RegexAutomaton.Meet(left.Automaton, RegexAutomaton.TryMake(RegexAutomaton.Escape(text))) == left.IsWhole(text));
            }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<string> AllTexts(int length) => length == 0
        ? [""]
        : AllTexts(length - 1).SelectMany(static text => text.Length == 0 ? ["", "a", "b", "1"] : new[] { text, text + "a", text + "b", text + "1" }).Distinct();

    private static Gen<string> Pattern(int depth)
    {
        var atom = Gen.Elements("a", "b", "1", ".", "[ab]", "[^a]", "\\d", "\\w");
        if (depth == 0)
        {
            return atom;
        }

        var inner = Pattern(depth - 1);
        return Gen.OneOf(
            atom,
            inner.Zip(inner).Select(static pair => pair.Item1 + pair.Item2),
            inner.Zip(inner).Select(static pair => $"(?:{pair.Item1}|{pair.Item2})"),
            inner.Zip(Gen.Elements("*", "+", "?", "{2}", "{1,2}", "{2,}")).Select(static pair => $"(?:{pair.Item1}){pair.Item2}"));
    }
}
