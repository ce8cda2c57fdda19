using System.Net.Sockets;

using Sas.Interop.Hub.Security.Limits;
using Sas.Interop.Scenarios.Tests.Contract;
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
        const int Asked = 200;
        var agendas = Enumerable.Range(0, 5).Select(_ => _sut.NewAgenda()).ToList();
        foreach (var agenda in agendas)
        {
            Assert.That((int)(await _sut.PushAsync(agenda.With(Enumerable.Range(0, 100).Select(number => _sut.At(1, 0).AddMinutes(20 * number))))).Status, Is.EqualTo(200));
        }

        await using var call = await RawCall.OpenAsync(_sut.Hub.Root, receiveBuffer: 4_096);
        var search = SlotSearchUrl.Of(_sut.Hub.Now, _sut.Hub.Now.AddDays(5), agendas.Select(static agenda => agenda.National));
        await call.SendAsync(string.Concat(Enumerable.Repeat($"GET /fhir/{search} HTTP/1.1\r\nHost: {_sut.Hub.Root.Authority}\r\n\r\n", Asked)));
        var gauge = _sut.Hub.Resolve<OverloadGauge>();

        // Once nothing moves any more, one request is under way and stays so until it is cut.
        var still = 0;
        await UntilAsync(() => (still = gauge.UnderWay == 1 ? still + 1 : 0) == 20);
        await SearchWorksAsync();
        await UntilAsync(() => gauge.UnderWay == 0);
        Assert.That((await call.ToEndAsync()).Split("HTTP/1.1 200 "), Has.Length.LessThan(Asked));
    }

    [Test]
    public async Task Connections_OfOneAddress_AreBoundedAndFreedWithEach()
    {
        await SearchWorksAsync();
        var calls = new List<RawCall>();
        var isCut = false;
        for (var i = 0; i < 10 * MostOfAnAddress && !isCut; i++)
        {
            try
            {
                calls.Add(await RawCall.OpenAsync(_sut.Hub.Root));
                await calls[^1].SendAsync("G");
            }
            catch (Exception cut) when (cut is SocketException or IOException)
            {
                isCut = true; // Beyond the bound, without an answer.
            }
        }

        Assert.That(isCut, Is.True);
        Assert.That(calls, Has.Count.GreaterThan(MostOfAnAddress / 2));
        await SearchWorksAsync();
        foreach (var call in calls)
        {
            await call.DisposeAsync();
        }

        Assert.That(await AnswersAgainAsync(), Is.True);
    }

    /// <summary>The hub hears of a closed connection a moment after its client.</summary>
    private async Task<bool> AnswersAgainAsync()
    {
        using var patience = new CancellationTokenSource(Eventually.Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        do
        {
            try
            {
                await using var call = await RawCall.OpenAsync(_sut.Hub.Root);
                await call.SendAsync($"GET /health/live HTTP/1.1\r\nHost: {_sut.Hub.Root.Authority}\r\n\r\n");
                if (await call.LineAsync() is { } line)
                {
                    return line.Contains(" 200 ", StringComparison.Ordinal);
                }
            }
            catch (Exception cut) when (cut is SocketException or IOException)
            {
                // Still counted.
            }
        }
        while (await timer.WaitForNextTickAsync(patience.Token));
        return false;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(Eventually.Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        while (!holds())
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    private async Task SearchWorksAsync() => Assert.That((int)(await _sut.SearchAsync(_sut.NewAgenda().National)).Status, Is.EqualTo(200));
}
