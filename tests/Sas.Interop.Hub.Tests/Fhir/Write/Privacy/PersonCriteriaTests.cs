using FsCheck;
using FsCheck.Fluent;

using Microsoft.AspNetCore.Http;

using Sas.Interop.Hub.Fhir.Write.Privacy;

namespace Sas.Interop.Hub.Tests.Fhir.Write.Privacy;

[Parallelizable(ParallelScope.All)]
internal sealed class PersonCriteriaTests
{
    private const string Number = "199519900100101";

    [TestCase("?identifier=" + Number)]
    [TestCase("?identifier=urn:oid:1.2.3%7C" + Number)]
    [TestCase("?identifier=urn%3Aoid%3A1.2.250.1.213.1.4.8%7C1")]
    [TestCase("?identifier=urn%253Aoid%253A1.2.250.1.213.1.4.8%257C1")]
    [TestCase("?identifier=1+99+51+99+001+001+01")]
    [TestCase("?identifier=1%2099%2051%2099%20001%20001%2001")]
    [TestCase("?identifier=1%C2%A099%C2%A051%C2%A099%C2%A0001%C2%A0001%C2%A001")]
    [TestCase("?identifier=%31%39%39%35%31%39%39%30%30%31%30%30%31%30%31")]
    [TestCase("?a=1&subject.identifier=x%7c" + Number + "&b=2")]
    [TestCase("?" + Number)]
    public void IsIn_Query_IsSeenHoweverEncoded(string query) => Assert.That(PersonCriteria.IsIn(Request(query: query)), Is.True);

    [TestCase("/fhir/Appointment/" + Number)]
    [TestCase("/redirect/" + Number)]
    public void IsIn_Path_IsSeen(string path) => Assert.That(PersonCriteria.IsIn(Request(path)), Is.True);

    [TestCase("Idempotency-Key", Number)]
    [TestCase("If-None-Exist", "identifier=urn:oid:1.2.250.1.213.1.4.8|1")]
    [TestCase("If-None-Exist", "identifier=urn%3Aoid%3A1.2.250.1.213.1.4.8%7C1")]
    [TestCase("User-Agent", "for 1 99 51 99 001 001 01")]
    public void IsIn_Header_IsSeen(string name, string value)
    {
        var request = Request();
        request.Headers[name] = value;

        Assert.That(PersonCriteria.IsIn(request), Is.True);
    }

    [TestCase("/fhir/Slot", "?schedule.actor:Practitioner.identifier=urn:oid:1.2.250.1.71.4.2.1%7C810990000019&start=ge2026-03-02T08:00:00.000%2B01:00")]
    [TestCase("/fhir/Practitioner", "?identifier=urn%3Aoid%3A1.2.250.1.71.4.2.1%7C3456780581%2F11242343")]
    [TestCase("/v1/practitioners/810990000019/preferences", "")]
    [TestCase("/fhir/Slot", "?%")]
    [TestCase("/fhir/Slot", "?a=%zz%1&b=%%%%%%%%%%%%%%%%%%%%%%%%")]
    [TestCase("/", "")]
    public void IsIn_WhatCallersSend_IsNone(string path, string query)
    {
        var request = Request(path, query);
        request.Headers.Date = "Mon, 02 Mar 2026 08:00:00 GMT";
        request.Headers.TraceParent = "00-12345678901234567890123456789012-1234567890123456-01";
        request.Headers.IfMatch = "W/\"12\"";

        Assert.That(PersonCriteria.IsIn(request), Is.False);
    }

    [Test]
    public void Holds_EncodedAnyNumberOfTimes_IsSeenUpToThree()
    {
        var once = string.Concat(Number.Select(static digit => $"%{(int)digit:X2}"));
        var twice = once.Replace("%", "%25", StringComparison.Ordinal);
        var thrice = twice.Replace("%25", "%2525", StringComparison.Ordinal);

        Assert.That(new[] { Number, once, twice, thrice }.Select(static text => PersonCriteria.Holds(text, isQuery: true)), Is.All.True);
    }

    [Test]
    public void Holds_AnyText_EndsAndDoesNotThrow() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), static text => PersonCriteria.Holds("%" + text + "%3", isQuery: true) || true).QuickCheckThrowOnFailure();

    private static HttpRequest Request(string path = "/fhir/Slot", string query = "")
    {
        var request = new DefaultHttpContext().Request;
        (request.Path, request.QueryString) = (path, new QueryString(query));
        return request;
    }
}
