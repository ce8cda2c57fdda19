using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Tests.Persistence.Orientations;

internal sealed class CountiesTests
{
    [TestCase("75011", "75")]
    [TestCase("01000", "01")]
    [TestCase("20000", "2A")]
    [TestCase("20190", "2A")]
    [TestCase("20200", "2B")]
    [TestCase("20620", "2B")]
    [TestCase("97400", "974")]
    [TestCase("98800", "988")]
    [TestCase("7501", null)]
    [TestCase("2A004", null)]
    [TestCase(null, null)]
    public void Of_PostalCode_TellsTheCounty(string? postalCode, string? county) => Assert.That(Counties.Of(postalCode), Is.EqualTo(county));

    [TestCase("75", true)]
    [TestCase("2A", true)]
    [TestCase("974", true)]
    [TestCase("20", false)]
    [TestCase("97", false)]
    [TestCase("750", false)]
    [TestCase("2a", false)]
    [TestCase("%", false)]
    public void IsCounty_Text_IsJudged(string text, bool expected) => Assert.That(Counties.IsCounty(text), Is.EqualTo(expected));
}
