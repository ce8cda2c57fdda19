using System.Text;

using Microsoft.AspNetCore.Http;

using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Tests.Fhir;

internal sealed class BaseAddressTests
{
    [Test]
    public void SelfLink_QueryAsTheKitSendsIt_IsTheSameText()
    {
        const string query = "?_include=Slot:schedule&_include:iterate=Schedule:actor&start=ge2026-03-02T08:00:00.000%2B00:00&status=free";

        Assert.That(SelfLink(new BaseAddress(null), Request(query)), Is.EqualTo("http://hub.example:8080/fhir/Slot" + query));
    }

    [TestCase("?x=a|b", "?x=a%7Cb")]
    [TestCase("?x=\"b\"", "?x=%22b%22")]
    [TestCase("?x=a\\b", "?x=a%5Cb")]
    [TestCase("?x=<i>", "?x=%3Ci%3E")]
    [TestCase("?x=\u00E9", "?x=%C3%A9")]
    [TestCase("?x=1+2", "?x=1+2")]
    public void SelfLink_CharactersThatMayNotStandInAnAddress_AreEncoded(string query, string expected) =>
        Assert.That(SelfLink(new BaseAddress(null), Request(query)), Does.EndWith(expected));

    [Test]
    public void Of_PublicAddressSet_GoesBeforeTheHostHeader() =>
        Assert.That(new BaseAddress("https://sas.example/hub/").Of(Request("")), Is.EqualTo("https://sas.example/hub/fhir"));

    private static string SelfLink(BaseAddress address, HttpRequest request)
    {
        using var link = new ByteScratch();
        address.WriteSelfLink(request, default, link);
        return Encoding.ASCII.GetString(link.Written);
    }

    private static HttpRequest Request(string query)
    {
        var request = new DefaultHttpContext().Request;
        request.Scheme = "http";
        request.Host = new HostString("hub.example", 8080);
        request.Path = "/fhir/Slot";
        request.QueryString = new QueryString(query);
        return request;
    }
}
