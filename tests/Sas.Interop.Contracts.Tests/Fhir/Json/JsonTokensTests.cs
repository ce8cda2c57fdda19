using System.Text;
using System.Text.Json;

using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Contracts.Tests.Fhir.Json;

internal sealed class JsonTokensTests
{
    [TestCase("\"Bundle\"", true)]
    [TestCase("\"B\\u0075ndle\"", true)]
    [TestCase("\"bundle\"", false)]
    [TestCase("\"\\ud800\"", false)]
    [TestCase("\"Bundl\\ud800\"", false)]
    [TestCase("\"\\udc00undle\"", false)]
    public void IsText_AnyText_NeverThrows(string json, bool expected)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();

        Assert.That((reader.IsText("Bundle"u8), reader.IsText("Bundle")), Is.EqualTo((expected, expected)));
    }
}
