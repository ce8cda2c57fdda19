using Sas.Interop.Hub.Availability.Rendering;

namespace Sas.Interop.Hub.Tests.Availability.Rendering;

/// <summary>Every page to book on has a query, since <c>&amp;origin=</c> is appended to its text (D38).</summary>
internal sealed class BookingPageTests
{
    [TestCase("https://vendor.example/rdv", "https://vendor.example/rdv?via=sas")]
    [TestCase("https://vendor.example", "https://vendor.example/?via=sas")]
    [TestCase("https://vendor.example/rdv?", "https://vendor.example/rdv?via=sas")]
    [TestCase("https://vendor.example:8443/rdv", "https://vendor.example:8443/rdv?via=sas")]
    [TestCase("https://vendor.example/rdv?place=2", "https://vendor.example/rdv?place=2")]
    [TestCase("https://vendor.example/a%20b%2Fc?d=%C3%A9", "https://vendor.example/a%20b%2Fc?d=%C3%A9")]
    public void Of_AnyAddress_CarriesAQuery(string address, string shown) => Assert.That(BookingPage.Of(new Uri(address)), Is.EqualTo(shown));

    [Test]
    public void Of_AppendedOrigin_IsAParameterOfTheSamePage()
    {
        var shown = new Uri(BookingPage.Of(new Uri("https://vendor.example/rdv")) + "&origin=sas-preprod");

        Assert.That((shown.AbsolutePath, shown.Query), Is.EqualTo(("/rdv", "?via=sas&origin=sas-preprod")));
    }
}
