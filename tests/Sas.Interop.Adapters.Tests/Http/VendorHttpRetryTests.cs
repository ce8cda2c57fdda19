using System.Globalization;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Tests.Http;

internal sealed class VendorHttpRetryTests
{
    [TestCase(0, 125)]
    [TestCase(0.5, 250)]
    [TestCase(0.999, 374.75)]
    public async Task CallAsync_TransientFailure_IsTriedAgainAfterAJitteredWait(double jitter, double expectedMilliseconds)
    {
        await using var fixture = Fixture(2, jitter).ThenStatus(500).ThenText("good");

        var outcome = await fixture.AdvanceUntilDoneAsync(fixture.GetAsync());

        Assert.That(outcome.Value, Is.EqualTo("good"));
        Assert.That(fixture.Waits().Select(static wait => wait.TotalMilliseconds), Is.EqualTo(new[] { expectedMilliseconds }).Within(1));
    }

    [Test]
    public async Task CallAsync_StillFailing_GivesUpAfterTheRetries()
    {
        await using var fixture = Fixture(2).ThenStatus(502);

        var outcome = await fixture.AdvanceUntilDoneAsync(fixture.GetAsync());

        Assert.That(outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorFailed));
        Assert.That(fixture.Handler.Requests, Has.Count.EqualTo(3));
    }

    [TestCase(400)]
    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(410)]
    [TestCase(418)]
    [TestCase(422)]
    public async Task CallAsync_ClientError_IsNotTriedAgain(int status)
    {
        await using var fixture = Fixture(3).ThenStatus(status).ThenText("good");

        var outcome = await fixture.GetAsync();

        Assert.That(outcome.IsSuccess, Is.False);
        Assert.That(fixture.Handler.Requests, Has.Count.EqualTo(1));
    }

    [TestCase(429)]
    [TestCase(503)]
    public async Task CallAsync_RetryAfterInSeconds_IsWaitedFor(int status)
    {
        await using var fixture = Fixture(1).ThenStatus(status, "3").ThenText("good");

        var outcome = await fixture.AdvanceUntilDoneAsync(fixture.GetAsync());

        Assert.That(outcome.Value, Is.EqualTo("good"));
        Assert.That(fixture.Waits().Single().TotalSeconds, Is.InRange(3, 3.25));
    }

    [Test]
    public async Task CallAsync_RetryAfterAsADate_IsWaitedFor()
    {
        var date = VendorHttpFixture.Start.AddSeconds(4).ToString("R", CultureInfo.InvariantCulture);
        await using var fixture = Fixture(1).ThenStatus(429, date).ThenText("good");

        var outcome = await fixture.AdvanceUntilDoneAsync(fixture.GetAsync());

        Assert.That(outcome.Value, Is.EqualTo("good"));
        Assert.That(fixture.Waits().Single().TotalSeconds, Is.EqualTo(4).Within(0.5), "the clock may have moved before the answer was read");
    }

    [Test]
    public async Task CallAsync_RetryAfterInThePast_IsAShortWait()
    {
        var date = VendorHttpFixture.Start.AddDays(-1).ToString("R", CultureInfo.InvariantCulture);
        await using var fixture = Fixture(1).ThenStatus(503, date).ThenText("good");

        await fixture.AdvanceUntilDoneAsync(fixture.GetAsync());

        Assert.That(fixture.Waits().Single(), Is.LessThan(TimeSpan.FromSeconds(1)));
    }

    [TestCase(429, "3600", HubErrorCode.VendorThrottled)]
    [TestCase(503, "11", HubErrorCode.VendorThrottled)]
    [TestCase(502, "3600", HubErrorCode.VendorFailed)]
    public async Task CallAsync_LongRetryAfter_IsLeftToThePollsRhythm(int status, string retryAfter, HubErrorCode expected)
    {
        await using var fixture = Fixture(2).ThenStatus(status, retryAfter).ThenText("good");

        var outcome = await fixture.GetAsync();

        Assert.That(outcome.Error?.Code, Is.EqualTo(expected));
        Assert.That(outcome.Error?.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(int.Parse(retryAfter, CultureInfo.InvariantCulture))));
    }

    [Test]
    public async Task CallAsync_ThrottledWithoutATime_IsNotTriedAgain()
    {
        await using var fixture = Fixture(2).ThenStatus(429).ThenText("good");

        Assert.That((await fixture.GetAsync()).Error?.Code, Is.EqualTo(HubErrorCode.VendorThrottled));
        Assert.That(fixture.Handler.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CallAsync_NotRepeatable_IsMadeOnce()
    {
        await using var fixture = Fixture(3).ThenStatus(500).ThenText("good");

        var outcome = await fixture.CallAsync(new VendorCall(HttpMethod.Post, new Uri("https://vendor.example/book")) { Repeatable = false });

        Assert.That(outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorFailed));
        Assert.That(fixture.Handler.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CallAsync_TruncatedBody_IsReadAgainFromTheStart()
    {
        await using var fixture = Fixture(1).Then(static () => new HttpResponseMessage { Content = new StreamContent(new BrokenStream()) }).ThenText("good");

        var outcome = await fixture.AdvanceUntilDoneAsync(fixture.GetAsync());

        Assert.That(outcome.Value, Is.EqualTo("good"));
    }

    [Test]
    public async Task CallAsync_CancelledDuringTheWait_Throws()
    {
        await using var fixture = Fixture(1).ThenStatus(500);
        using var cancelled = new CancellationTokenSource();
        var call = fixture.GetAsync(cancellationToken: cancelled.Token);
        while (fixture.Time.WaitingTimers == 0)
        {
            await Task.Yield();
        }

        await cancelled.CancelAsync();

        Assert.That(async () => await call, Throws.InstanceOf<OperationCanceledException>());
    }

    private static VendorHttpFixture Fixture(int retries, double jitter = 0) => new(VendorHttpFixture.Plain with { Retries = retries }, jitter);

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new HttpIOException(HttpRequestError.ResponseEnded);
    }
}
