using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Sas.Interop.Adapters.Replay;
using Sas.Interop.Adapters.Replay.Templates;

namespace Sas.Interop.Adapters.Tests.Replay.Templates;

internal sealed class CompiledTemplateTests
{
    // Noon before and after the spring change, and before and after the autumn change, in Paris.
    [TestCase("2026-03-28T11:00:00Z", "2026-03-28T12:00:00+01:00", "2026-03-29T13:00:00+02:00")]
    [TestCase("2026-03-29T10:00:00Z", "2026-03-29T12:00:00+02:00", "2026-03-30T12:00:00+02:00")]
    [TestCase("2026-10-24T10:00:00Z", "2026-10-24T12:00:00+02:00", "2026-10-25T11:00:00+01:00")]
    [TestCase("2026-10-25T11:00:00Z", "2026-10-25T12:00:00+01:00", "2026-10-26T12:00:00+01:00")]
    public void Now_AroundClockChanges_ShiftsByTwentyFourHours(string now, string today, string tomorrow) => Assert.That(
        Evaluate("{{now timezone='Europe/Paris'}} {{now offset='1 days' timezone='Europe/Paris'}}", now),
        Is.EqualTo($"{today} {tomorrow}"));

    [TestCase("Europe/Paris", "2026-03-28 21:30 +0100")]
    [TestCase("Indian/Reunion", "2026-03-29 00:30 +0400")]
    [TestCase("America/Cayenne", "2026-03-28 17:30 -0300")]
    [TestCase("America/Martinique", "2026-03-28 16:30 -0400")]
    [TestCase("Pacific/Noumea", "2026-03-29 07:30 +1100")]
    [TestCase("America/Miquelon", "2026-03-28 18:30 -0200")]
    [TestCase("+05:30", "2026-03-29 02:00 +0530")]
    [TestCase("UTC", "2026-03-28 20:30 +0000")]
    public void Now_InAZone_PrintsItsWallClock(string zone, string expected) =>
        Assert.That(Evaluate($"{{{{now timezone='{zone}' format='yyyy-MM-dd HH:mm Z'}}}}", "2026-03-28T20:30:00Z"), Is.EqualTo(expected));

    [Test]
    public void SlotLoop_OverTheSpringChange_KeepsNineOClock() => Assert.That(
        Evaluate(
            "{{#each (range 0 2) as |d|}}{{val (now offset=(stringFormat '%s days' d) timezone='Europe/Paris' format='yyyy-MM-dd') assign='day'}}"
            + "{{#each (array 9 14) as |h|}}{{date (parseDate (stringFormat '%s %02d:00 Europe/Paris' day h) format='yyyy-MM-dd HH:mm VV')}} {{/each}}{{/each}}",
            "2026-03-28T11:00:00Z"),
        Is.EqualTo("2026-03-28T09:00:00+01:00 2026-03-28T14:00:00+01:00 2026-03-29T09:00:00+02:00 2026-03-29T14:00:00+02:00 2026-03-30T09:00:00+02:00 2026-03-30T14:00:00+02:00 "));

    [Test]
    public void Evaluate_Twice_ReadsTheClockOncePerAnswer()
    {
        var text = Evaluate("{{now format='SSS'}}{{#each (range 0 500)}}{{/each}}{{now format='SSS'}}", "2026-03-28T11:00:00.123Z");

        Assert.That(text, Is.EqualTo("123123"));
    }

    [TestCase("{{#if a}}", "not closed")]
    [TestCase("{{#if a}}{{/unless}}", "not closed")]
    [TestCase("{{/if}}", "closes nothing")]
    [TestCase("{{now", "not closed")]
    [TestCase("{{'x'}}", "name is expected")]
    [TestCase("{{}}", "name is expected")]
    [TestCase("{{5}}", "name is expected")]
    [TestCase("{{val 'x}}", "quoted text is not closed")]
    [TestCase("{{val 1e3}}", "takes 1 to 1")]
    [TestCase("{{nope 1}}", "no function 'nope'")]
    [TestCase("{{split 'a,b' ','}}", "no function 'split'")]
    [TestCase("{{randomValue length=3}}", "not supported")]
    [TestCase("{{#with request}}{{/with}}", "not supported")]
    [TestCase("{{> part}}", "Partials")]
    [TestCase("{{#> part}}{{/part}}", "Partials")]
    [TestCase("{{~val 1}}", "~")]
    [TestCase("{{{{raw}}}}{{{{/raw}}}}", "four braces")]
    [TestCase("\\{{val 1}}", "backslash")]
    [TestCase("{\"a\":{{val 1}}}", "put a space between")]
    [TestCase("{{{#if true}}x{{/if}}", "put a space between")]
    [TestCase("{{^if true}}x{{/if}}", "Inverted")]
    [TestCase("{{#nope}}x{{/nope}}", "must start with a function")]
    [TestCase("{{#now}}x{{/now}}", "takes no block")]
    [TestCase("{{if true}}", "needs a block")]
    [TestCase("{{math 1 '+'}}", "takes 3 to 3 arguments")]
    [TestCase("{{now format='QQ'}}", "letter 'Q'")]
    [TestCase("{{now format=\"yyyy' \"}}", "unclosed quote")]
    [TestCase("{{now timezone='Mars/Base'}}", "Unknown time zone")]
    [TestCase("{{now offset='1 fortnights'}}", "offset")]
    [TestCase("{{truncateDate (now) 'noon'}}", "Unknown truncation")]
    [TestCase("{{parseDate 'x' format='MMM'}}", "date pattern")]
    [TestCase("{{jsonPath request.body '$..a'}}", "deep scans")]
    [TestCase("{{matches 'x' '('}}", "malformed")]
    [TestCase("{{val 1 assign='request'}}", "name of something else")]
    [TestCase("{{val 1 assign='now'}}", "name of something else")]
    [TestCase("{{!-- open", "comment")]
    [TestCase("{{request.[a}}", "bracket")]
    [TestCase("{{#each (array 1) as |a b c|}}{{/each}}", "one or two")]
    public void Compile_WhatWireMockRefusesOrReadsDifferently_SaysWhy(string template, string reason) => Assert.That(
        () => CompiledTemplate.Compile(template),
        Throws.TypeOf<TemplateFaultException>().With.Message.Contains(reason));

    [TestCase("{{#each (range 0 20000)}}x{{/each}}", "10000")]
    [TestCase("{{#each (range 1 5000)}}{{#each (range 1 5000)}}{{/each}}{{/each}}", "steps")]
    [TestCase("{{#each (range 1 9000)}}{{request.url}}{{/each}}", "longer")]
    [TestCase("{{math 5 '/' 0}}", "cannot compute")]
    [TestCase("{{now offset='3999999 years'}}", "leaves the calendar")]
    [TestCase("{{#gt 10 'x'}}{{/gt}}", "compared")]
    [TestCase("{{request.query}}", "no stable text")]
    public void Evaluate_BeyondItsBounds_Fails(string template, string reason)
    {
        var url = "/" + new string('a', 2000);

        Assert.That(() => Evaluate(template, "2026-03-28T11:00:00Z", url), Throws.TypeOf<TemplateFaultException>().With.Message.Contains(reason));
    }

    [Test]
    public void Compile_DeepNesting_IsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("{{#if true}}", 50)) + string.Concat(Enumerable.Repeat("{{/if}}", 50));
        var calls = "{{val " + string.Concat(Enumerable.Repeat("(val ", 50)) + "1" + new string(')', 50) + "}}";

        Assert.That(() => CompiledTemplate.Compile(deep), Throws.TypeOf<TemplateFaultException>());
        Assert.That(() => CompiledTemplate.Compile(calls), Throws.TypeOf<TemplateFaultException>());
    }

    [Test]
    public void Compile_AnyText_CompilesOrSaysWhy()
    {
        string[] pieces = ["{{", "}}", "{", "}", "#if ", "/if", "else", "each ", "as |x|", "now", "request.url", "'", "(", ")", " ", "1", "=", "@index", "../", "~", "^", "!", "é", "\n"];
        Prop.ForAll(
            Gen.Elements(pieces).ListOf(14).Select(string.Concat).ToArbitrary(),
            static text =>
            {
                try
                {
                    Evaluate(text, "2026-03-28T11:00:00Z");
                    return true;
                }
                catch (TemplateFaultException)
                {
                    return true;
                }
            }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Compile_TextWithoutTags_StaysAsItIs() =>
        Prop.ForAll(
            Gen.Elements("{", "}", "}}", "a", "\\", "\"", "é", " ").ListOf(20).Select(string.Concat).Where(static text => !text.Contains("{{", StringComparison.Ordinal)).ToArbitrary(),
            static text => Evaluate(text, "2026-03-28T11:00:00Z") == text).QuickCheckThrowOnFailure();

    [Test]
    public void ParseDate_WhatDatePrinted_GivesTheSameInstant() =>
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            static seconds =>
            {
                var instant = DateTimeOffset.FromUnixTimeSeconds(seconds);
                var template = $"{{{{date (parseDate (date (parseDate '{seconds}' format='unix') format=\"yyyy-MM-dd'T'HH:mm:ssXXX\") format=\"yyyy-MM-dd'T'HH:mm:ssXXX\") format='unix'}}}}";
                return Evaluate(template, "2026-03-28T11:00:00Z") == instant.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
            }).QuickCheckThrowOnFailure();

    [Test]
    public void Documentation_OfTheFormat_NamesEveryFunction()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFolder(), "docs", "sandbox-format.md"));

        Assert.That(TemplateFunctions.Names.Where(name => !Regex.IsMatch(page, $@"`{name}\b")), Is.Empty);
    }

    private static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Sas.Interop.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The solution file is not above the test binaries.");
    }

    private static string Evaluate(string template, string now, string url = "/a/b?x=1") => CompiledTemplate.Compile(template)
        .Evaluate(RequestModel.Make(Ask.Request(url), null, new TemplateMap()), DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
}
