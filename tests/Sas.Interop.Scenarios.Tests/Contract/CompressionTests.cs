using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>Answers are compressed for who accepts it, and hold the same then.</summary>
[Parallelizable]
internal sealed partial class CompressionTests
{
    [TestCase("gzip", "gzip")]
    [TestCase("br", "br")]
    [TestCase("gzip, deflate, br", "br")]
    [TestCase("gzip;q=1.0, br;q=0.1", "gzip")]
    public async Task Search_CallerAcceptsIt_IsCompressedAndTheSame(string accepted, string used)
    {
        var hub = await HubFixture.HubAsync();
        var search = SlotSearchUrl.Of(hub.Now, hub.Now.AddDays(3), HubFixture.Plan.Practitioners.Take(25).Select(static practitioner => practitioner.Id));
        var plain = await hub.GetAsync(search);

        var packed = await hub.SendAsync(Request(search, accepted));

        Assert.That(packed.ContentHeaders.ContentEncoding, Is.EqualTo(new[] { used }));
        Assert.That(packed.Body, Has.Length.LessThan(plain.Body.Length / 5));
        Assert.That(packed.Headers.ETag?.IsWeak, Is.True, "bytes differ between encodings");
        Assert.That(WithoutId(Unpack(packed.Body, used)), Is.EqualTo(WithoutId(plain.Body)));
    }

    [TestCase("identity")]
    [TestCase("gzip;q=0")]
    [TestCase("zstd")]
    public async Task Search_CallerDoesNotAcceptIt_IsPlain(string accepted)
    {
        var hub = await HubFixture.HubAsync();

        var answer = await hub.SendAsync(Request(SlotSearchUrl.Of(hub.Now, hub.Now.AddDays(3), HubFixture.Plan.Practitioners[0].Id), accepted));

        Assert.That(answer.ContentHeaders.ContentEncoding, Is.Empty);
        Assert.That(answer.ContentHeaders.ContentLength, Is.EqualTo(answer.Body.Length));
    }

    [Test]
    public async Task Search_SmallAnswer_IsPlain()
    {
        var hub = await HubFixture.HubAsync();

        var answer = await hub.SendAsync(Request(SlotSearchUrl.Of(hub.Now, hub.Now.AddDays(3), "810999999999"), "gzip"));

        Assert.That(answer.ContentHeaders.ContentEncoding, Is.Empty);
    }

    private static HttpRequestMessage Request(string search, string accepted)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(search, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        return request;
    }

    private static byte[] Unpack(byte[] body, string encoding)
    {
        using var packed = new MemoryStream(body);
        using Stream reader = encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        reader.CopyTo(plain);
        return plain.ToArray();
    }

    // Each Bundle has an id of its own, and a poll may confirm the slots between two answers.
    private static string WithoutId(byte[] bundle)
    {
        var text = Encoding.UTF8.GetString(bundle);
        return LastUpdated().Replace(text[text.IndexOf("\"meta\"", StringComparison.Ordinal)..], "");
    }

    [GeneratedRegex("\"lastUpdated\":\"[^\"]*\",")]
    private static partial Regex LastUpdated();
}
