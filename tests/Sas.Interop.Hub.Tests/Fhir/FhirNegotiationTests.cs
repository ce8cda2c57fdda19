using Microsoft.AspNetCore.Http;

using Sas.Interop.Hub.Fhir;

namespace Sas.Interop.Hub.Tests.Fhir;

internal sealed class FhirNegotiationTests
{
    [TestCase(null)]
    [TestCase("application/json+fhir")]
    [TestCase("application/fhir+json")]
    [TestCase("Application/FHIR+JSON; charset=utf-8; fhirVersion=4.0")]
    [TestCase("application/json")]
    [TestCase("*/*")]
    [TestCase("application/*;q=0.1")]
    [TestCase("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")]
    [TestCase("application/fhir+xml, application/fhir+json;q=0.1")]
    public void IsAcceptable_HeaderThatTakesJson_IsTrue(string? accept) => Assert.That(FhirNegotiation.IsAcceptable(Request(accept, "")), Is.True);

    [TestCase("application/fhir+xml")]
    [TestCase("text/html")]
    [TestCase("application/fhir+json;q=0")]
    [TestCase("application/fhir+jsonx")]
    [TestCase("")]
    public void IsAcceptable_HeaderThatTakesNoJson_IsFalseUnlessEmpty(string accept) =>
        Assert.That(FhirNegotiation.IsAcceptable(Request(accept, "")), Is.EqualTo(accept.Length == 0));

    [TestCase("?_format=json", true)]
    [TestCase("?_format=application/fhir+json", true)]
    [TestCase("?_format=application/fhir%2Bjson", true)]
    [TestCase("?_format=application/fhir%20json", true)]
    [TestCase("?_format=application/json+fhir", true)]
    [TestCase("?_format=xml", false)]
    [TestCase("?_format=application/fhir+xml", false)]
    public void IsAcceptable_Format_GoesBeforeTheHeader(string query, bool expected)
    {
        Assert.That(FhirNegotiation.IsAcceptable(Request("application/fhir+xml", query)), Is.EqualTo(expected));
        Assert.That(FhirNegotiation.IsAcceptable(Request("application/fhir+json", query)), Is.EqualTo(expected));
    }

    [TestCase("application/fhir+json", true)]
    [TestCase("application/json; charset=utf-8", true)]
    [TestCase("application/json+fhir", true)]
    [TestCase("application/xml", false)]
    [TestCase(null, false)]
    public void IsJsonBody_ContentType_IsJudgedByItsName(string? contentType, bool expected) =>
        Assert.That(FhirNegotiation.IsJsonBody(contentType), Is.EqualTo(expected));

    private static HttpRequest Request(string? accept, string query)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        if (accept is not null)
        {
            context.Request.Headers.Accept = accept;
        }

        return context.Request;
    }
}
