using System.Net;
using System.Text;
using System.Text.Json;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests;

/// <summary>What every adapter owes to the hub, whatever its dialect. A dialect's tests derive from it and give the calls of one good pull.</summary>
internal abstract class AdapterContract
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The clock's start; the good answers hold slots after it.</summary>
    protected virtual DateTimeOffset Now => new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    protected virtual TimeWindow Window => new(Now, Now.AddDays(4));

    protected abstract IVendorAdapterFactory Factory { get; }

    /// <summary>One target whose pull makes every call of <see cref="GoodAnswers"/>.</summary>
    protected abstract PullTarget Target { get; }

    /// <summary>Part of the path and query that tells a call from the others, and its good answer. Longer parts first where one contains another.</summary>
    protected abstract IReadOnlyList<(string PathContains, string Json)> GoodAnswers { get; }

    protected virtual string Options => "{}";

    protected virtual IReadOnlyDictionary<string, string> Secrets => new Dictionary<string, string>();

    [Test]
    public async Task PullAsync_GoodAnswers_GiveOneCompleteSnapshotWithSlots()
    {
        var results = await PullAsync(GoodHandler(), new ManualTimeProvider(Now));

        Assert.That(results.Select(static result => result.Outcome.Error), Is.All.Null);
        Assert.That(results.Select(static result => result.Outcome.Value?.Coverage.Complete), Is.All.True);
        Assert.That(Slots(results), Is.Not.Empty);
        Assert.That(Slots(results).Select(static slot => slot.End > slot.Start), Is.All.True);
    }

    [Test]
    public async Task PullAsync_SameAnswersTwice_GivesTheSameSlots()
    {
        var first = await PullAsync(GoodHandler(), new ManualTimeProvider(Now));
        var second = await PullAsync(GoodHandler(), new ManualTimeProvider(Now));

        Assert.That(Slots(second), Is.EqualTo(Slots(first)));
    }

    [Test]
    public async Task PullAsync_SlowTransport_GivesTheSameSlotsAsAFastOne()
    {
        var handler = new ScriptedHttpHandler();
        foreach (var (path, json) in GoodAnswers)
        {
            handler.Answer(path, () => new HttpResponseMessage { Content = new StreamContent(new TricklingStream(Encoding.UTF8.GetBytes(json))) });
        }

        Assert.That(Slots(await PullAsync(handler, new ManualTimeProvider(Now))), Is.EqualTo(Slots(await PullAsync(GoodHandler(), new ManualTimeProvider(Now)))));
    }

    [TestCase(HttpStatusCode.BadRequest, HubErrorCode.VendorRejectedRequest)]
    [TestCase(HttpStatusCode.Unauthorized, HubErrorCode.VendorBlocked)]
    [TestCase(HttpStatusCode.Forbidden, HubErrorCode.VendorBlocked)]
    [TestCase(HttpStatusCode.NotFound, HubErrorCode.VendorUnknownTarget)]
    [TestCase(HttpStatusCode.Gone, HubErrorCode.VendorUnknownTarget)]
    [TestCase(HttpStatusCode.TooManyRequests, HubErrorCode.VendorThrottled)]
    [TestCase(HttpStatusCode.InternalServerError, HubErrorCode.VendorFailed)]
    [TestCase(HttpStatusCode.BadGateway, HubErrorCode.VendorFailed)]
    public async Task PullAsync_ErrorStatusOnAnyCall_IsACodedOutcome(HttpStatusCode status, HubErrorCode expected)
    {
        await AssertFaultOnEachCallAsync(expected, (_, _) => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent("{}") }));
    }

    [Test]
    public async Task PullAsync_MarkupOnAnyCall_IsBlocked() =>
        await AssertFaultOnEachCallAsync(HubErrorCode.VendorBlocked, (_, _) => Text("<!DOCTYPE html><html><body>Waiting room</body></html>"));

    [Test]
    public async Task PullAsync_EmptyBodyOnAnyCall_IsMalformed() =>
        await AssertFaultOnEachCallAsync(HubErrorCode.VendorMalformed, (_, _) => Text(string.Empty));

    [Test]
    public async Task PullAsync_NotJsonOnAnyCall_IsMalformed() =>
        await AssertFaultOnEachCallAsync(HubErrorCode.VendorMalformed, (_, _) => Text("\"just a text\""));

    [Test]
    public async Task PullAsync_TruncatedBodyOnAnyCall_IsTruncated()
    {
        foreach (var (path, json) in GoodAnswers)
        {
            await AssertFaultAsync(path, HubErrorCode.VendorTruncated, (_, _) => Text(json.TrimEnd()[..^1]));
        }
    }

    [Test]
    public async Task PullAsync_OverlongBodyOnAnyCall_IsTooLarge()
    {
        foreach (var (path, json) in GoodAnswers)
        {
            await AssertFaultAsync(path, HubErrorCode.VendorTooLarge, (_, _) => Text(json.TrimEnd()[..^1] + new string(' ', 1_100_000) + json.TrimEnd()[^1]));
        }
    }

    [Test]
    public async Task PullAsync_ConnectionRefusedOnAnyCall_IsUnreachable() =>
        await AssertFaultOnEachCallAsync(
            HubErrorCode.VendorUnreachable,
            (_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));

    [Test]
    public async Task PullAsync_HangOnAnyCall_TimesOut()
    {
        foreach (var (path, _) in GoodAnswers)
        {
            var time = new ManualTimeProvider(Now);
            var hanging = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var handler = GoodHandler().Override(path, async (_, cancellationToken) =>
            {
                hanging.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
                return new HttpResponseMessage();
            });

            var pull = PullAsync(handler, time);
            await hanging.Task;
            while (!pull.IsCompleted)
            {
                time.Advance(CallTimeout);
                await Task.Yield();
            }

            AssertFault(await pull, HubErrorCode.VendorTimeout, path);
        }
    }

    [Test]
    public void PullAsync_Cancelled_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.That(async () => await PullAsync(GoodHandler(), new ManualTimeProvider(Now), cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Validate_UnknownOption_IsAFault()
    {
        using var options = JsonDocument.Parse("""{"noSuchOption": 1}""");

        Assert.That(Factory.Validate(options.RootElement), Is.Not.Empty);
    }

    [Test]
    public void Validate_NoOptions_IsAccepted() => Assert.That(Factory.Validate(default), Is.Empty);

    protected static IReadOnlyList<OfferedSlot> Slots(IEnumerable<PullResult> results) =>
        [.. results.SelectMany(static result => result.Outcome.Value?.Schedules ?? []).SelectMany(static schedule => schedule.Slots).OrderBy(static slot => slot.Start)];

    protected ScriptedHttpHandler GoodHandler()
    {
        var handler = new ScriptedHttpHandler();
        foreach (var (path, json) in GoodAnswers)
        {
            handler.Json(path, json);
        }

        return handler;
    }

    protected async Task<IReadOnlyList<PullResult>> PullAsync(
        HttpMessageHandler handler,
        TimeProvider time,
        CancellationToken cancellationToken = default,
        params PullTarget[] targets)
    {
        await using var adapter = Factory.Create(Context(handler, time));
        return await adapter.CollectAsync(new PullRequest(targets.Length == 0 ? [Target] : targets, Window), cancellationToken);
    }

    protected VendorContext Context(HttpMessageHandler handler, TimeProvider time)
    {
        using var options = JsonDocument.Parse(Options);
        return Pulling.Context(handler, time) with
        {
            Options = options.RootElement.Clone(),
            Secrets = Secrets,
            Limits = new VendorLimits { Retries = 0, Timeout = CallTimeout, MaxBodyBytes = 1_000_000, RequestsPerSecond = 1000, BreakerFailures = 1000 },
        };
    }

    private static Task<HttpResponseMessage> Text(string body) =>
        Task.FromResult(new HttpResponseMessage { Content = new StringContent(body, Encoding.UTF8, "text/html") });

    private static void AssertFault(IReadOnlyList<PullResult> results, HubErrorCode expected, string path)
    {
        Assert.That(results.Select(static result => result.Outcome.Error?.Code), Has.Some.EqualTo(expected), $"fault on {path}");
        Assert.That(results.Select(static result => result.Outcome.Value?.Coverage.Complete), Has.None.True, $"a fault on {path} must cover nothing");
    }

    private async Task AssertFaultOnEachCallAsync(HubErrorCode expected, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        foreach (var (path, _) in GoodAnswers)
        {
            await AssertFaultAsync(path, expected, answer);
        }
    }

    private async Task AssertFaultAsync(string path, HubErrorCode expected, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) =>
        AssertFault(await PullAsync(GoodHandler().Override(path, answer), new ManualTimeProvider(Now)), expected, path);
}
