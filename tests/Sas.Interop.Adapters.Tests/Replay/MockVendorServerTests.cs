using System.Net;
using System.Net.Sockets;
using System.Text;
using Sas.Interop.MockVendors;

namespace Sas.Interop.Adapters.Tests.Replay;

internal sealed class MockVendorServerTests
{
    private const string Mapping = """{"request":{"method":"GET","urlPath":"/slots"},"response":{"headers":{"Content-Type":"application/json"},"body":"[\"0123456789012345678901234567890123456789\"]"}}""";

    [Test]
    public async Task StartAsync_SeveralVendors_ServesEachUnderItsName()
    {
        await using var mock = await Mock.StartAsync(("default", Mapping), ("maiia", Mapping));

        Assert.That(await mock.Client.GetStringAsync(mock.Url("default", "slots?a=1")), Does.StartWith("[\"0123"));
        Assert.That(await mock.Client.GetStringAsync(mock.Url("maiia", "slots?b=%20x")), Does.StartWith("[\"0123"));
        Assert.That(mock.Server.Requests.Entries.Select(static entry => (entry.Vendor, entry.Url)), Is.EqualTo(new[] { ("default", "/slots?a=1"), ("maiia", "/slots?b=%20x") }));
        Assert.That(mock.Server.BaseAddress.IsLoopback, Is.True);
    }

    [Test]
    public async Task Faults_SwitchedForOneVendor_LeaveTheOtherAlone()
    {
        await using var mock = await Mock.StartAsync(("one", Mapping), ("two", Mapping));
        mock.Server.Faults.Set("one", MockFault.TooManyRequests);

        using var throttled = await mock.Client.GetAsync(mock.Url("one", "slots"));
        using var fine = await mock.Client.GetAsync(mock.Url("two", "slots"));

        Assert.That((throttled.StatusCode, fine.StatusCode), Is.EqualTo((HttpStatusCode.TooManyRequests, HttpStatusCode.OK)));
        Assert.That(throttled.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(1)));
    }

    [TestCase(MockFault.Down)]
    [TestCase(MockFault.Truncated)]
    public async Task Faults_ThatBreakTheConnection_FailTheClient(MockFault fault)
    {
        await using var mock = await Mock.StartAsync(("one", Mapping));
        mock.Server.Faults.Set("one", fault);

        Assert.That(async () => await mock.Client.GetStringAsync(mock.Url("one", "slots")), Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task Faults_Hang_LastsUntilTheCallerGivesUp()
    {
        await using var mock = await Mock.StartAsync(("one", Mapping));
        mock.Server.Faults.Set("one", MockFault.Hang);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        Assert.That(async () => await mock.Client.GetAsync(mock.Url("one", "slots"), patience.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task FaultRoute_AnyName_SwitchesOrRefuses()
    {
        await using var mock = await Mock.StartAsync(("one", Mapping));

        using var switched = await mock.Client.PostAsync(mock.Base("__faults/one"), new StringContent("html"));
        using var unknown = await mock.Client.PostAsync(mock.Base("__faults/two"), new StringContent("html"));
        using var wrong = await mock.Client.PostAsync(mock.Base("__faults/one"), new StringContent("explode"));
        using var page = await mock.Client.GetAsync(mock.Url("one", "slots"));

        Assert.That(
            (switched.StatusCode, unknown.StatusCode, wrong.StatusCode, page.StatusCode),
            Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.OK)));
        Assert.That(page.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"));
        Assert.That(await mock.Client.GetStringAsync(mock.Base("__faults")), Is.EqualTo("""{"one":"html"}"""));
        Assert.That(await mock.Client.GetStringAsync(mock.Base("__requests")), Does.Contain("\"fault\":\"html\""));
    }

    [TestCase("EMPTY_RESPONSE")]
    [TestCase("RANDOM_DATA_THEN_CLOSE")]
    [TestCase("MALFORMED_RESPONSE_CHUNK")]
    [TestCase("CONNECTION_RESET_BY_PEER")]
    public async Task Stubs_WithAFault_BreakTheConnection(string fault)
    {
        await using var mock = await Mock.StartAsync(("one", MappingFolder.Stub("/slots", $"\"fault\":\"{fault}\"")));

        Assert.That(async () => await mock.Client.GetStringAsync(mock.Url("one", "slots")), Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task Stubs_RandomData_ReachTheWire()
    {
        await using var mock = await Mock.StartAsync(("default", MappingFolder.Stub("/slots", "\"fault\":\"RANDOM_DATA_THEN_CLOSE\"")));
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, mock.Server.BaseAddress.Port);
        await socket.GetStream().WriteAsync("GET /slots HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray());
        var buffer = new byte[100];

        var length = await socket.GetStream().ReadAsync(buffer);

        Assert.That(Encoding.ASCII.GetString(buffer, 0, length), Does.Not.StartWith("HTTP/").And.Not.Empty);
    }

    [Test]
    public async Task Stubs_StatusMessageAndDribble_ReachTheClient()
    {
        await using var mock = await Mock.StartAsync(
            ("one", MappingFolder.Stub("/slots", "\"status\":503,\"statusMessage\":\"Closed For Lunch\",\"body\":\"0123456789\",\"chunkedDribbleDelay\":{\"numberOfChunks\":3,\"totalDuration\":3}")));

        using var response = await mock.Client.GetAsync(mock.Url("one", "slots"));

        Assert.That(((int)response.StatusCode, response.ReasonPhrase), Is.EqualTo((503, "Closed For Lunch")));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("0123456789"));
        Assert.That(response.Headers.Contains("Server"), Is.False);
    }

    [Test]
    public void StartAsync_AWrongFolder_ListsItsFaults()
    {
        using var folder = new MappingFolder("{", """{"request":{},"response":{"zz":1}}""");
        var options = new MockVendorOptions([new MockVendor("one", [folder.Path])]);

        Assert.That(
            async () => await MockVendorServer.StartAsync(options, CancellationToken.None),
            Throws.TypeOf<MappingFaultsException>().With.Message.Contains("mappings/0.json").And.Message.Contains("$.response.zz"));
    }

    [TestCase("--port", "8080")]
    [TestCase("--mappings")]
    [TestCase("--port", "x", "--mappings", "f")]
    [TestCase("--port", "70000", "--mappings", "f")]
    [TestCase("--mappings", "Bad Name=f")]
    [TestCase("--nope", "f")]
    public void Parse_WrongArguments_SaysWhatIsWrong(params string[] arguments) => Assert.That(MockVendorArguments.Parse(arguments).Error, Is.Not.Null.And.EndsWith("."));

    [Test]
    public void Parse_GoodArguments_NamesVendorsAndFolders()
    {
        var parsed = MockVendorArguments.Parse(["--port", "9090", "--mappings", "a=x", "--mappings", "y", "--mappings", "a=z"]);

        Assert.That(parsed.Options?.Port, Is.EqualTo(9090));
        Assert.That(parsed.Options?.Vendors.Select(static vendor => $"{vendor.Name}:{string.Join('+', vendor.Folders)}"), Is.EqualTo(new[] { "a:x+z", "default:y" }));
    }

    [Test]
    public void Journal_BeyondItsCapacity_KeepsTheLast()
    {
        var journal = new RequestJournal();
        for (var i = 0; i < RequestJournal.Capacity + 10; i++)
        {
            journal.Add(new MockRequest("one", "GET", $"/{i}", null, MockFault.None, MappingFolder.Start));
        }

        Assert.That((journal.Entries.Count, journal.Entries[0].Url, journal.Total), Is.EqualTo((RequestJournal.Capacity, "/10", RequestJournal.Capacity + 10L)));
    }

    private sealed class Mock : IAsyncDisposable
    {
        private readonly List<MappingFolder> _folders;

        private Mock(List<MappingFolder> folders, MockVendorServer server)
        {
            _folders = folders;
            Server = server;
        }

        public MockVendorServer Server { get; }

        public HttpClient Client { get; } = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(20) };

        public static async Task<Mock> StartAsync(params (string Name, string Mapping)[] vendors)
        {
            var folders = vendors.Select(static vendor => new MappingFolder(vendor.Mapping)).ToList();
            var options = new MockVendorOptions([.. vendors.Zip(folders, static (vendor, folder) => new MockVendor(vendor.Name, [folder.Path]))]);
            return new Mock(folders, await MockVendorServer.StartAsync(options, CancellationToken.None));
        }

        public Uri Url(string vendor, string path) => new(Server.AddressOf(vendor), path);

        public Uri Base(string path) => new(Server.BaseAddress, path);

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await Server.DisposeAsync();
            _folders.ForEach(static folder => folder.Dispose());
        }
    }
}
