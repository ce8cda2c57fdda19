using System.Net.Sockets;

using Sas.Interop.Hub.Security.Limits;
using Sas.Interop.Scenarios.Tests.Push;

namespace Sas.Interop.Scenarios.Tests.Limits;

/// <summary>Clients that are slow in any way lose their connection, and searches are answered all the while.</summary>
[Parallelizable]
internal sealed class SlowClientTests
{
    private const int MostOfAnAddress = 40;
    private PushHub _sut = null!; // Set before any test runs.

    [SetUp]
    public async Task StartAsync() => _sut = await PushHub.StartAsync(["Hub:Limits:Connections:HeadWithin=00:00:01",
        "Hub:Limits:Connections:IdleFor=00:00:01",
        "Hub:Limits:Connections:SlowFor=00:00:01.1",
        "Hub:Limits:Connections:SlowestReader=1000000",
        $"Hub:Limits:Connections:MostOfAnAddress={MostOfAnAddress}"]);

    [TearDown]
    public async Task StopAsync() => await _sut.DisposeAsync();

    [Test]
    public async Task Head_ThatNeverEnds_Is408AndClosed()
    {
        await using var call = await RawCall.OpenAsync(_sut.Hub.Root);
        await call.SendAsync($"GET /fhir/metadata HTTP/1.1\r\nHost: {_sut.Hub.Root.Authority}\r\nX-Slow: ");

        await SearchWorksAsync();

        Assert.That(await call.ToEndAsync(), Does.StartWith("HTTP/1.1 408 "));
    }

    [Test]
    public async Task Body_ThatNeverEnds_Is408AndClosed()
    {
        await using var call = await RawCall.HoldAsync(_sut.Hub.Root, "POST /fhir/ServiceRequest", 10_000);
        await call.SendAsync("{");

        await SearchWorksAsync();

        Assert.That(await call.ToEndAsync(), Does.Contain("HTTP/1.1 408 ").And.Contain("OperationOutcome"));
    }

    [Test]
    public async Task Connection_ThatIsIdle_IsClosed()
    {
        await using var call = await RawCall.OpenAsync(_sut.Hub.Root);
        await call.SendAsync($"GET /health/live HTTP/1.1\r\nHost: {_sut.Hub.Root.Authority}\r\n\r\n");

        Assert.That(await call.ToEndAsync(), Does.StartWith("HTTP/1.1 200 "));
    }

    [Test]
    public async Task Answer_ThatNobodyReads_IsNotHeld()
    {
        await using var call = await RawCall.OpenAsync(_sut.Hub.Root, receiveBuffer: 4_096);
        var request = $"GET /fhir/StructureDefinition HTTP/1.1\r\nHost: {_sut.Hub.Root.Authority}\r\n\r\n";
        await call.SendAsync(string.Concat(Enumerable.Repeat(request, 2_000)));
        var gauge = _sut.Hub.Resolve<OverloadGauge>();

        await UntilItStaysAsync(() => gauge.UnderWay == 1);
        await UntilItStaysAsync(() => gauge.UnderWay == 0);
        await SearchWorksAsync();

        Assert.That((await call.ToEndAsync()).Split("HTTP/1.1 200 "), Has.Length.LessThan(2_000));
    }

    [Test]
    public async Task Connections_OfOneAddress_AreBoundedAndFreedWithEach()
    {
        await SearchWorksAsync();
        var calls = new List<RawCall>();
        var cut = 0;
        for (var i = 0; i < MostOfAnAddress + 10; i++)
        {
            try
            {
                calls.Add(await RawCall.OpenAsync(_sut.Hub.Root));
            }
            catch (SocketException reset) when (reset.SocketErrorCode == SocketError.ConnectionReset)
            {
                cut++;
            }
        }

        Assert.That(cut > 0 || (await calls[^1].ToEndAsync()).Length == 0, Is.True, "beyond the bound a connection is cut without an answer");
        await SearchWorksAsync();
        foreach (var call in calls)
        {
            await call.DisposeAsync();
        }

        await using var later = await RawCall.OpenAsync(_sut.Hub.Root);
        await later.SendAsync($"GET /health/live HTTP/1.1\r\nHost: {_sut.Hub.Root.Authority}\r\n\r\n");
        Assert.That(await later.LineAsync(), Does.Contain(" 200 "));
    }

    /// <summary>Waits for a state that is no passing one: between two requests of a connection none is under way, too.</summary>
    private static async Task UntilItStaysAsync(Func<bool> holds)
    {
        const int Looks = 40;
        using var patience = new CancellationTokenSource(Eventually.Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        for (var held = 0; held < Looks; held = holds() ? held + 1 : 0)
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    private async Task SearchWorksAsync() => Assert.That((int)(await _sut.SearchAsync(_sut.NewAgenda().National)).Status, Is.EqualTo(200));
}
