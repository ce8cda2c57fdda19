using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Push;

namespace Sas.Interop.Scenarios.Tests.Preferences;

/// <summary>Bodies that nobody honest sends: refused within their bounds, with the documented failure, and nothing of them is kept.</summary>
[Parallelizable]
internal sealed class HostileBodyTests
{
    private const int MaxBytes = 64 * 1024;
    private const string Kept = """{"refusesSlots":true,"reorientationPackage":false,"declaredVendors":[],"unavailabilities":[]}""";
    private static readonly string Owner = CheckDigits.Practitioner(8_001);

    private static readonly (string Name, byte[] Body)[] Bodies =
    [
        ("empty", []),
        ("blank", "   "u8.ToArray()),
        ("null", "null"u8.ToArray()),
        ("text", "\"{}\""u8.ToArray()),
        ("number", "1e99999"u8.ToArray()),
        ("cut", "{\"refusesSlots\":tr"u8.ToArray()),
        ("two values", "{}{}"u8.ToArray()),
        ("a member twice", "{\"refusesSlots\":false,\"refusesSlots\":true}"u8.ToArray()),
        ("not UTF-8", [(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}']),
        ("half a character", "{\"unavailabilities\":[{\"place\":\"\\ud800\"}]}"u8.ToArray()),
        ("UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray()),
        ("deep", Encoding.UTF8.GetBytes("{\"unavailabilities\":" + new string('[', 5_000) + new string(']', 5_000) + "}")),
        ("wide", Encoding.UTF8.GetBytes("{\"unavailabilities\":[" + string.Join(',', Enumerable.Repeat("{}", 20_000)) + "]}")),
        ("many unknown members", Encoding.UTF8.GetBytes("{" + string.Join(',', Enumerable.Range(0, 1_900).Select(static number => $"\"m{number}\":0")) + "}")),
        ("long name", Encoding.UTF8.GetBytes("{\"" + new string('n', 60_000) + "\":1}")),
        ("long place", Encoding.UTF8.GetBytes("{\"unavailabilities\":[{\"place\":\"" + new string('p', 60_000) + "\"}]}")),
    ];

    private PushHub _hub = null!; // Set before any test runs.
    private PlatformCalls _sut = null!; // Likewise.

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _hub = await PreferencesFixture.HubAsync();
        _sut = new PlatformCalls(_hub.Hub);
        await _sut.SetAsync(Owner, Kept);
    }

    [Test]
    public async Task Put_HostileBody_IsRefusedAndNothingIsKept([ValueSource(nameof(Bodies))] (string Name, byte[] Body) hostile)
    {
        var answer = await SendAsync(new ByteArrayContent(hostile.Body));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(PlatformCalls.Error(answer).Code, Is.EqualTo("invalid"));
        Assert.That(answer.Body, Has.Length.LessThan(20_000), "An answer does not grow with the attack.");
        await NothingChangedAsync();
    }

    [TestCase(MaxBytes + 1)]
    [TestCase(20 * 1024 * 1024)]
    public async Task Put_TooLarge_IsRefused(int bytes)
    {
        var answer = await SendAsync(new ByteArrayContent(Encoding.UTF8.GetBytes("{\"x\":\"".PadRight(bytes - 2, 'x') + "\"}")));

        Assert.That((answer.Status, PlatformCalls.Error(answer).Code), Is.EqualTo((HttpStatusCode.RequestEntityTooLarge, "too-large")));
        await NothingChangedAsync();
    }

    [Test]
    public async Task Put_TooLargeWithoutLength_IsRefused()
    {
        var answer = await SendAsync(new StreamContent(new LengthlessStream(new byte[4 * MaxBytes])));

        Assert.That((answer.Status, PlatformCalls.Error(answer).Code), Is.EqualTo((HttpStatusCode.RequestEntityTooLarge, "too-large")));
        await NothingChangedAsync();
    }

    [TestCase("text/plain", null)]
    [TestCase("application/xml", null)]
    [TestCase("application/x-www-form-urlencoded", null)]
    [TestCase("application/json", "gzip")]
    public async Task Put_OtherContent_IsRefused(string type, string? encoding)
    {
        var content = new StringContent("{}");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (encoding is not null)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        var answer = await _sut.SendAsync(HttpMethod.Put, PlatformCalls.Of(Owner), content);

        Assert.That((answer.Status, PlatformCalls.Error(answer).Code), Is.EqualTo((HttpStatusCode.UnsupportedMediaType, "unsupported-media-type")));
        await NothingChangedAsync();
    }

    [Test]
    public async Task Put_BodyNeverEnds_IsLeftAloneAndOthersAreServed()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _hub.Hub.Root.Port);
        var head = $"PUT /{PlatformCalls.Of(Owner)} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 500\r\nConnection: close\r\n\r\n{{\"refusesSlots\":";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));

        Assert.That((await _sut.SetAsync(CheckDigits.Practitioner(8_002), "{}")).Status, Is.EqualTo(HttpStatusCode.Created), "Who sends slowly takes nobody's turn.");
        using var reader = new StreamReader(socket.GetStream());
        var answer = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.That(answer, Does.StartWith("HTTP/1.1 408"));
        await NothingChangedAsync();
    }

    private Task<Hosting.Answer> SendAsync(HttpContent content)
    {
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        return _sut.SendAsync(HttpMethod.Put, PlatformCalls.Of(Owner), content);
    }

    private async Task NothingChangedAsync() => Assert.That((await _sut.GetAsync(PlatformCalls.Of(Owner))).Json.GetRawText(), Is.EqualTo(Kept));
}
