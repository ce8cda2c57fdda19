using System.Diagnostics;

using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Tests.Telemetry;

/// <summary>Calls that leave the hub say which trace they belong to, and nothing else of the caller's context.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class TraceHandlerTests
{
    [Test]
    public async Task SendAsync_WithinATrace_CarriesParentAndStateAndNoBaggage()
    {
        using var activity = Begin("vendor=1");
        activity.AddBaggage("patient", "1");

        var headers = await SendAsync();

        Assert.That(headers, Is.EqualTo(new Dictionary<string, string> { ["traceparent"] = activity.Id!, ["tracestate"] = "vendor=1" }));
    }

    [TestCase(512, true)]
    [TestCase(513, false)]
    public async Task SendAsync_LongState_IsDropped(int length, bool isPassedOn)
    {
        using var activity = Begin("v=" + new string('x', length - 2));

        Assert.That((await SendAsync()).ContainsKey("tracestate"), Is.EqualTo(isPassedOn));
    }

    [Test]
    public async Task SendAsync_StateWithAControlCharacter_IsDropped()
    {
        using var activity = Begin("v=1\r\nX: 1");

        Assert.That((await SendAsync()).Keys, Is.EqualTo(new[] { "traceparent" }));
    }

    [Test]
    public async Task SendAsync_OutsideAnyTrace_CarriesNothing()
    {
        Activity.Current = null;

        Assert.That(await SendAsync(), Is.Empty);
    }

    [TestCase(null)]
    [TestCase("nonsense")]
    [TestCase("00-00000000000000000000000000000000-0000000000000000-00")]
    public void StartDelivery_NoParentThatCanBeRead_BeginsATrace(string? parent)
    {
        using var other = Begin(null);
        using var delivery = HubActivities.StartDelivery("board", parent);

        Assert.That(delivery.TraceId, Is.Not.EqualTo(other.TraceId).And.Not.EqualTo(default(ActivityTraceId)));
    }

    [Test]
    public void StartDelivery_Parent_GoesOnWithItsTraceAndFlags()
    {
        using var delivery = HubActivities.StartDelivery("board", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        Assert.That(delivery.Id, Does.StartWith("00-0af7651916cd43dd8448eb211c80319c-").And.EndWith("-01").And.Not.Contain("b7ad6b7169203331"));
    }

    private static Activity Begin(string? state)
    {
        var activity = new Activity("call").SetIdFormat(ActivityIdFormat.W3C);
        activity.TraceStateString = state;
        return activity.Start();
    }

    private static async Task<Dictionary<string, string>> SendAsync()
    {
        using var inner = new Noting();
        using var invoker = new HttpMessageInvoker(new TraceHandler(inner));
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://vendor.example/");
        using var answer = await invoker.SendAsync(request, CancellationToken.None);
        return request.Headers.ToDictionary(static header => header.Key, static header => string.Join(',', header.Value));
    }

    private sealed class Noting : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage());
    }
}
