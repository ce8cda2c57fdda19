using System.Text;

using Microsoft.AspNetCore.Http;

using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>The addresses that answers name.</summary>
[Parallelizable]
internal sealed class BaseAddressTests
{
    [TestCase("https://hub.example", "https://hub.example/fhir")]
    [TestCase("https://hub.example/sas/", "https://hub.example/sas/fhir")]
    [TestCase("https://hub.example/\"", "https://hub.example/%22/fhir")]
    public void Of_PublicRoot_IsTheFhirBaseBelowIt(string root, string expected) => Assert.That(new BaseAddress(root).Of(Request("?a=b")), Is.EqualTo(expected));

    [TestCase("?a=b%7Cc&d=e+f", "?a=b%7Cc&d=e+f")]
    [TestCase("?a=b|c\"\\<>", "?a=b%7Cc%22%5C%3C%3E")]
    [TestCase("", "")]
    public void SelfLink_AnyQuery_IsTheQueryAsSentAndSafeInJson(string query, string expected) =>
        Assert.That(SelfLink(new BaseAddress("https://hub.example"), Request(query)), Is.EqualTo("https://hub.example/fhir/Slot" + expected));

    [Test]
    public void Of_NoHost_IsAnAddressAllTheSame()
    {
        var request = Request(string.Empty);
        request.Host = new HostString(string.Empty);
        Assert.That(new BaseAddress(null).Of(request), Is.EqualTo("http://localhost/fhir"));
    }

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
        request.Host = new HostString("inner:8080");
        request.Path = "/fhir/Slot";
        request.QueryString = new QueryString(query);
        return request;
    }
}
