using System.Net;
using Sas.Interop.Adapters.Replay;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.Replay;

internal sealed class ReplayMessageHandlerTests
{
    private readonly ManualTimeProvider _time = new(MappingFolder.Start);

    [Test]
    public async Task SendAsync_AKnownHost_AnswersWithStatusHeadersAndBody()
    {
        using var folder = new MappingFolder(
            """{"request":{"method":"POST","urlPath":"/a","headers":{"Content-Type":{"contains":"json"}},"bodyPatterns":[{"equalToJson":{"k":1}}]},"response":{"status":202,"statusMessage":"Taken","headers":{"Content-Type":"application/json","X-Two":["1","2"]},"jsonBody":{"ok":true}}}""");
        using var client = Client(folder);

        using var response = await client.PostAsync(new Uri("/a?x=1", UriKind.Relative), new StringContent("""{"k":1}""", System.Text.Encoding.UTF8, "application/json"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That(response.ReasonPhrase, Is.EqualTo("Taken"));
        Assert.That(response.Headers.GetValues("X-Two"), Is.EqualTo(new[] { "1", "2" }));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/json"));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("""{"ok":true}"""));
    }

    [Test]
    public void SendAsync_AnUnknownHost_CannotBeResolved()
    {
        using var folder = new MappingFolder();
        using var client = Client(folder);

        Assert.That(
            async () => await client.GetAsync(new Uri("http://elsewhere.invalid/")),
            Throws.TypeOf<HttpRequestException>().With.Property(nameof(HttpRequestException.HttpRequestError)).EqualTo(HttpRequestError.NameResolutionError));
    }

    [Test]
    public async Task SendAsync_ADelay_WaitsOnTheGivenClock()
    {
        using var folder = new MappingFolder(MappingFolder.Stub("/a", "\"body\":\"late\",\"fixedDelayMilliseconds\":30000"));
        using var client = Client(folder);

        var pending = client.GetStringAsync(new Uri("/a", UriKind.Relative));
        Assert.That((pending.IsCompleted, _time.WaitingTimers), Is.EqualTo((false, 1)));
        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.That(await pending, Is.EqualTo("late"));
    }

    [Test]
    public void SendAsync_CancelledWhileDelayed_Stops()
    {
        using var folder = new MappingFolder(MappingFolder.Stub("/a", "\"fixedDelayMilliseconds\":30000"));
        using var client = Client(folder);
        using var stop = new CancellationTokenSource();

        var pending = client.GetAsync(new Uri("/a", UriKind.Relative), stop.Token);
        stop.Cancel();

        Assert.That(async () => await pending, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_time.WaitingTimers, Is.Zero);
    }

    [TestCase("EMPTY_RESPONSE", HttpRequestError.ResponseEnded)]
    [TestCase("RANDOM_DATA_THEN_CLOSE", HttpRequestError.InvalidResponse)]
    [TestCase("CONNECTION_RESET_BY_PEER", HttpRequestError.Unknown)]
    public void SendAsync_AFault_FailsAsASocketWould(string fault, HttpRequestError error)
    {
        using var folder = new MappingFolder(MappingFolder.Stub("/a", $"\"fault\":\"{fault}\""));
        using var client = Client(folder);

        Assert.That(
            async () => await client.GetAsync(new Uri("/a", UriKind.Relative)),
            Throws.TypeOf<HttpRequestException>().With.Property(nameof(HttpRequestException.HttpRequestError)).EqualTo(error));
    }

    [Test]
    public async Task SendAsync_AMalformedChunk_BreaksWhileReading()
    {
        using var folder = new MappingFolder(MappingFolder.Stub("/a", "\"body\":\"0123456789\",\"fault\":\"MALFORMED_RESPONSE_CHUNK\""));
        using var client = Client(folder);

        using var response = await client.GetAsync(new Uri("/a", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[100];

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await body.ReadAsync(buffer), Is.EqualTo(5));
        Assert.That(async () => await body.ReadAsync(buffer), Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task SendAsync_ADribble_ArrivesPieceByPiece()
    {
        using var folder = new MappingFolder(MappingFolder.Stub("/a", "\"body\":\"0123456789\",\"chunkedDribbleDelay\":{\"numberOfChunks\":5,\"totalDuration\":1000}"));
        using var client = Client(folder);

        using var response = await client.GetAsync(new Uri("/a", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[100];
        var sizes = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            var read = body.ReadAsync(buffer).AsTask();
            Assert.That(read.IsCompleted, Is.False);
            _time.Advance(TimeSpan.FromMilliseconds(200));
            sizes.Add(await read);
        }

        Assert.That(sizes, Is.EqualTo(new[] { 2, 2, 2, 2, 2 }));
        Assert.That(await body.ReadAsync(buffer), Is.Zero);
    }

    private HttpClient Client(MappingFolder folder) => new(
        new ReplayMessageHandler(new Dictionary<string, ReplayPlayer> { [Ask.Origin.Host] = folder.Player(_time) }, _time),
        disposeHandler: true)
    {
        BaseAddress = Ask.Origin,
    };
}
