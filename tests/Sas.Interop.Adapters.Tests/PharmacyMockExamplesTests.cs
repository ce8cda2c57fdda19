using System.Text;
using System.Text.Json;

using Sas.Interop.Adapters.Replay;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests;

/// <summary>Every example of the pharmacy dialects' mocks is answered by its own stub with sound JSON.</summary>
internal sealed class PharmacyMockExamplesTests
{
    [TestCase("Valwin")]
    [TestCase("Mesoigner")]
    [TestCase("Bimedoc")]
    [TestCase("Ordoclic")]
    [TestCase("Mapharma")]
    [TestCase("AvecMonDoc")]
    public void Play_EveryExample_GivesJson(string folder)
    {
        var time = new ManualTimeProvider(new DateTimeOffset(2026, 3, 28, 22, 30, 0, TimeSpan.Zero));
        var player = SandboxPull.Load(folder, time);

        foreach (var stub in player.Stubs)
        {
            Assert.That(stub.Examples, Is.Not.Empty, stub.Source);
            foreach (var example in stub.Examples)
            {
                var response = player.Play(new ReplayRequest(
                    example.Method, new Uri("http://sandbox.example"), example.Url, example.Headers, Encoding.UTF8.GetBytes(example.Body ?? string.Empty)));
                Assert.That(response.Source, Is.EqualTo(stub.Source));
                Assert.That(response.Status, Is.EqualTo(200), Encoding.UTF8.GetString(response.Body.Span));
                Assert.That(() => JsonDocument.Parse(response.Body).Dispose(), Throws.Nothing, Encoding.UTF8.GetString(response.Body.Span));
            }
        }
    }
}
