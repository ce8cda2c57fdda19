using Sas.Interop.Hub.Security.Limits;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Push;

namespace Sas.Interop.Scenarios.Tests.Limits;

/// <summary>The fuller the hub, the less it lets in, in the order of the page; what has ended makes room again; memory for bodies is bounded for all.</summary>
internal sealed class OverloadTests
{
    private const int Least = 8;
    private const int UploadBytes = 1_048_576;
    private readonly List<RawCall> _held = [];
    private PushHub _sut = null!; // Set before any test runs.

    [SetUp]
    public async Task StartAsync() => _sut = await PushHub.StartAsync([$"Hub:Limits:Overload:RequestsUnderWay={Least}", $"Hub:Limits:UploadBytes={UploadBytes}", "Hub:Limits:RefusalPause=00:00:00"]);

    [TearDown]
    public async Task StopAsync()
    {
        await LetGoAsync();
        await _sut.DisposeAsync();
    }

    [Test]
    public async Task Send_FullerAndFuller_RefusesPushesThenVendorsThenWritesThenSearches()
    {
        await HoldUpToAsync(Least);
        Assert.That(await StatusesAsync(), Is.EqualTo((503, 200, 400, 200)));
        await HoldUpToAsync(2 * Least);
        Assert.That(await StatusesAsync(), Is.EqualTo((503, 503, 400, 200)));
        await HoldUpToAsync(4 * Least - 1);
        Assert.That(await StatusesAsync(), Is.EqualTo((503, 503, 400, 200)));
        await HoldUpToAsync(4 * Least);
        Assert.That(await StatusesAsync(), Is.EqualTo((503, 503, 503, 200)));

        var refused = await _sut.PushAsync(_sut.NewAgenda().Empty());
        Assert.That(refused.Headers.RetryAfter?.Delta, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(1)));
        Assert.That(refused.Issues.Single().Text("code"), Is.EqualTo("throttled"));
        Assert.That((int)(await _sut.Hub.GetAsync("/health/live")).Status, Is.EqualTo(200));

        await LetGoAsync();
        Assert.That(await EventuallyAsync(() => _sut.Hub.Resolve<OverloadGauge>().UnderWay == 0), Is.True);
        Assert.That(await StatusesAsync(), Is.EqualTo((200, 200, 400, 200)));
    }

    [Test]
    public async Task Push_NoMemoryForBodiesLeft_Is503AtOnceAndSearchesGoOn()
    {
        foreach (var vendor in new[] { "one", "two" })
        {
            _held.Add(await RawCall.HoldAsync(_sut.Hub.Root, "POST /fhir/Slot/$validate", UploadBytes / 2, vendor));
        }

        var refused = await _sut.PushAsync(_sut.NewAgenda().Empty());

        Assert.That((int)refused.Status, Is.EqualTo(503));
        Assert.That(refused.Headers.RetryAfter?.Delta, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(1)));
        Assert.That((int)(await SearchAsync()).Status, Is.EqualTo(200));
        await LetGoAsync();
        Assert.That(await EventuallyAsync(() => _sut.Hub.Resolve<UploadMemory>().Taken == 0), Is.True);
        Assert.That((int)(await _sut.PushAsync(_sut.NewAgenda().Empty())).Status, Is.EqualTo(200));
    }

    private static async Task<bool> EventuallyAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(Eventually.Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (!holds() && await timer.WaitForNextTickAsync(patience.Token))
        {
        }

        return holds();
    }

    private async Task HoldUpToAsync(int requests)
    {
        while (_held.Count < requests)
        {
            _held.Add(await RawCall.HoldAsync(_sut.Hub.Root, "POST /fhir/ServiceRequest"));
        }
    }

    private async Task LetGoAsync()
    {
        foreach (var call in _held)
        {
            await call.DisposeAsync();
        }

        _held.Clear();
    }

    private Task<Answer> SearchAsync() => _sut.SearchAsync(_sut.NewAgenda().National);

    /// <summary>A push, a vendor's read, a write of the platform that is refused for its content when it is let in, and a search.</summary>
    private async Task<(int Push, int Read, int Write, int Search)> StatusesAsync()
    {
        var push = await _sut.PushAsync(_sut.NewAgenda().Empty());
        var read = new HttpRequestMessage(HttpMethod.Get, new Uri("metadata", UriKind.Relative));
        read.Headers.Add("X-Sas-Vendor", PushHub.Pushes);
        var write = new HttpRequestMessage(HttpMethod.Post, new Uri("ServiceRequest", UriKind.Relative)) { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/fhir+json") };
        return ((int)push.Status, (int)(await _sut.Hub.SendAsync(read)).Status, (int)(await _sut.Hub.SendAsync(write)).Status, (int)(await SearchAsync()).Status);
    }
}
