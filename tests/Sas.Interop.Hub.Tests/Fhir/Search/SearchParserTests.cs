using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Tests.Fhir.Search;

internal sealed class SearchParserTests
{
    private const string Token = "urn:oid:1.2.250.1.71.4.2.1%7C810000000017";

    private const string Good =
        "?_include=Slot:schedule&_include:iterate=Schedule:actor&start=ge2026-03-02T08:00:00.000%2B01:00&start=le2026-03-04T23:59:59.000%2B01:00"
        + "&schedule.actor:Practitioner.identifier=" + Token + "&status=free";

    [Test]
    public void Parse_OfficialForm_IsUnderstood()
    {
        var query = Parse(Good, strict: true);

        Assert.That(query.Faults, Is.Null);
        Assert.That(query.Owners.ToArray().Select(static owner => owner.ToString()), Is.EqualTo(new[] { "810000000017" }));
        Assert.That(query.From, Is.EqualTo(new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero)));
        Assert.That(query.To, Is.EqualTo(new DateTimeOffset(2026, 3, 4, 22, 59, 59, TimeSpan.Zero).AddTicks(TimeSpan.TicksPerMillisecond - 1)));
        Assert.That(query.Includes, Is.EqualTo(SearchIncludes.Schedules | SearchIncludes.Practitioners | SearchIncludes.Roles));
        Assert.That((query.FindsAny, query.Flow), Is.EqualTo((true, SlotFlow.Individual)));
    }

    [TestCase("2026-03-02T08:00:00+01:00", TestName = "a raw plus")]
    [TestCase("2026-03-02T08:00:00%2B01:00", TestName = "an encoded plus")]
    [TestCase("2026-03-02T08:00:00%2b0100", TestName = "an offset without colon")]
    [TestCase("2026-03-02T08:00:00%2001:00", TestName = "a plus lost as a blank")]
    [TestCase("2026-03-02T08:00:00.000", TestName = "no offset is Paris time")]
    [TestCase("2026-03-02T07:00:00Z", TestName = "a zulu suffix")]
    [TestCase("2026-03-02T07:00Z", TestName = "no seconds")]
    [TestCase("2026-03-02T03:00:00-04:00", TestName = "a western offset")]
    public void Parse_AnyFormOfAStart_IsTheSameInstant(string start)
    {
        var query = Parse(Good.Replace("2026-03-02T08:00:00.000%2B01:00", start, StringComparison.Ordinal), strict: false);

        Assert.That(query.Faults, Is.Null);
        Assert.That(query.From, Is.EqualTo(new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero)));
    }

    [Test]
    public void Parse_DaysAsBounds_ReachFromFirstToLastMoment()
    {
        var query = Parse($"start=ge2026-03-02&start=le2026-03-03&{SearchParser.PractitionerIdentifier}={Token}&status=free", strict: false);

        Assert.That(query.From, Is.EqualTo(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(1))));
        Assert.That(query.To, Is.EqualTo(new DateTimeOffset(2026, 3, 4, 0, 0, 0, TimeSpan.FromHours(1)).AddTicks(-1)));
    }

    [TestCase("urn:oid:1.2.250.1.71.4.2.1|810000000017", TestName = "a raw bar")]
    [TestCase("urn:oid:1.2.250.1.71.4.2.1%7c810000000017", TestName = "a lower-case escape")]
    [TestCase("urn:oid:1.2.250.1.71.4.2.17C810000000017", TestName = "a lost percent sign")]
    [TestCase("%20urn:oid:1.2.250.1.71.4.2.1%7C810000000017%20", TestName = "blanks around")]
    [TestCase("urn:oid:1.2.250.1.71.4.2.1%7C10000000017", TestName = "no prefix")]
    [TestCase("%7C810000000017", TestName = "no system before the bar")]
    [TestCase("810000000017", TestName = "no system at all")]
    [TestCase("810000000017,+urn:oid:1.2.250.1.71.4.2.1%7C810000000017", TestName = "the same twice")]
    public void Parse_AnyFormOfAToken_IsTheSamePractitioner(string token)
    {
        var query = Parse(Good.Replace(Token, token, StringComparison.Ordinal), strict: false);

        Assert.That(query.Faults, Is.Null);
        Assert.That(query.Owners.ToArray().Select(static owner => owner.ToString()), Is.EqualTo(new[] { "810000000017" }));
    }

    [TestCase("urn:oid:1.2.250.1.71.4.2.1%7C3456780581/11242343", TestName = "a regulator's number")]
    [TestCase("urn:oid:1.2.250.1.71.4.2.2%7C810000000017", TestName = "another authority")]
    [TestCase("urn:oid:1.2.250.1.71.4.2.1%7C42", TestName = "a number of no known shape")]
    public void Parse_IdentifierOfNobody_FindsNothingAndIsNoFault(string token)
    {
        var query = Parse(Good.Replace(Token, token, StringComparison.Ordinal), strict: false);

        Assert.That(query.Faults, Is.Null);
        Assert.That(query.Owners.Length, Is.Zero);
    }

    [TestCase("start=ge2026-03-02T08:00:00.000%2B01:00&", "", "start", "required")]
    [TestCase("start=le2026-03-04T23:59:59.000%2B01:00&", "", "start", "required")]
    [TestCase("&status=free", "", "status", "required")]
    [TestCase("&status=free", "&status=", "status", "value")]
    [TestCase("schedule.actor:Practitioner.identifier=" + Token + "&", "", SearchParser.PractitionerIdentifier, "required")]
    [TestCase(Token, "", SearchParser.PractitionerIdentifier, "value")]
    [TestCase(Token, "urn:oid:1.2.250.1.71.4.2.1%7C", SearchParser.PractitionerIdentifier, "value")]
    [TestCase(Token, Token + ",", SearchParser.PractitionerIdentifier, "value")]
    [TestCase("ge2026-03-02T08:00:00.000%2B01:00", "ge2026-02-30T08:00:00Z", "start", "value")]
    [TestCase("ge2026-03-02T08:00:00.000%2B01:00", "getomorrow", "start", "value")]
    [TestCase("ge2026-03-02T08:00:00.000%2B01:00", "ge", "start", "value")]
    [TestCase("ge2026-03-02T08:00:00.000%2B01:00", "ap2026-03-02T08:00:00Z", "start", "not-supported")]
    [TestCase("ge2026-03-02T08:00:00.000%2B01:00", "ge2026-03-02T08:00:00%ZZ", "start", "invalid")]
    [TestCase("ge2026-03-02T08:00:00.000%2B01:00", "ge2026-03-02%00", "start", "invalid")]
    [TestCase("ge2026-03-02T08:00:00.000%2B01:00", "ge%ff%fe", "start", "invalid")]
    [TestCase("&status=free", "&status=free&_count=many", "_count", "value")]
    [TestCase("&status=free", "&status=free&_count=-1", "_count", "value")]
    public void Parse_FaultyParameter_IsNamedWithItsRule(string part, string replacement, string parameter, string issueCode)
    {
        var query = Parse(Good.Replace(part, replacement, StringComparison.Ordinal), strict: false);

        Assert.That(query.Faults?.Select(static fault => (fault.Parameter, fault.IssueCode)), Does.Contain((parameter, issueCode)));
    }

    [Test]
    public void Parse_TooManyIdentifiers_IsTooCostly()
    {
        var many = string.Join(',', Enumerable.Repeat(Token, OwnerTokens.MaxIdentifiers + 1));

        var query = Parse(Good.Replace(Token, many, StringComparison.Ordinal), strict: false);

        Assert.That(query.Faults?.Select(static fault => fault.IssueCode), Is.EqualTo(new[] { "too-costly" }));
    }

    [Test]
    public void Parse_RepeatedIdentifierParameter_MeansBoth()
    {
        var query = Good + "&schedule.actor:Practitioner.identifier=810000000025," + Token;

        var parsed = Parse(query, strict: false);

        Assert.That(parsed.Owners.ToArray().Select(static owner => owner.ToString()), Is.EqualTo(new[] { "810000000017" }));
    }

    [Test]
    public void Parse_UnknownParameter_IsAFaultOnlyWhenStrict()
    {
        var lenient = Parse(Good + "&colour=blue", strict: false);
        var strict = Parse(Good + "&colour=blue", strict: true);

        Assert.That(lenient.Faults, Is.Null);
        Assert.That(strict.Faults?.Select(static fault => fault.Parameter), Is.EqualTo(new[] { "colour" }));
    }

    [Test]
    public void Parse_MoreThanTwentyFiveIdentifiers_AreAllAnswered()
    {
        var ids = string.Join(',', Enumerable.Range(0, 40).Select(static i => $"8100000{i:00000}"));

        var query = Parse(Good.Replace(Token, ids, StringComparison.Ordinal), strict: false);

        Assert.That(query.Owners.Length, Is.EqualTo(40));
    }

    [Test]
    public void Parse_BusySlotsOnly_WantsNone()
    {
        var query = Parse(Good.Replace("status=free", "status=busy", StringComparison.Ordinal), strict: false);

        Assert.That(query.Faults, Is.Null);
        Assert.That(query.FindsAny, Is.False);
    }

    private static SearchQuery Parse(string text, bool strict, SearchKind kind = SearchKind.Slot)
    {
        var query = new SearchQuery();
        query.Clear(kind);
        SearchParser.Read(query, text, strict);
        SearchParser.Complete(query);
        return query;
    }
}
