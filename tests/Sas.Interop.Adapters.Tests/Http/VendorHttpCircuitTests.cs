using Sas.Interop.Adapters.Http;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Tests.Http;

/// <summary>When a vendor is left alone, and when it is asked again.</summary>
internal sealed class VendorHttpCircuitTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);

    [Test]
    public async Task CallAsync_FailuresInARow_OpenTheCircuitForThePause()
    {
        await using var fixture = Fixture(3).ThenStatus(500);
        for (var i = 0; i < 3; i++)
        {
            Assert.That((await fixture.GetAsync()).Error?.Code, Is.EqualTo(HubErrorCode.VendorFailed));
        }

        var refused = await fixture.GetAsync();

        Assert.That(refused.Error?.Code, Is.EqualTo(HubErrorCode.VendorCircuitOpen));
        Assert.That(refused.Error?.RetryAfter, Is.EqualTo(Pause));
        Assert.That(fixture.Handler.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task CallAsync_FailuresFarApart_CountAsInARow()
    {
        await using var fixture = Fixture(3).ThenStatus(500);
        for (var i = 0; i < 3; i++)
        {
            await fixture.GetAsync();
            fixture.Time.Advance(TimeSpan.FromMinutes(15));
        }

        // The third failure opened the circuit; its pause has gone by, so one probe goes out and fails.
        Assert.That((await fixture.GetAsync()).Error?.Code, Is.EqualTo(HubErrorCode.VendorFailed));
        Assert.That((await fixture.GetAsync()).Error?.Code, Is.EqualTo(HubErrorCode.VendorCircuitOpen));
    }

    [Test]
    public async Task CallAsync_SuccessShortBefore_DoesNotDelayTheOpening()
    {
        await using var fixture = Fixture(2).ThenText("good").ThenStatus(500);

        await fixture.GetAsync();
        await fixture.GetAsync();
        await fixture.GetAsync();

        Assert.That((await fixture.GetAsync()).Error?.Code, Is.EqualTo(HubErrorCode.VendorCircuitOpen));
    }

    [Test]
    public async Task CallAsync_SuccessBetweenFailures_StartsTheCountAgain()
    {
        await using var fixture = Fixture(2).ThenStatus(500).ThenText("good").ThenStatus(500).ThenText("good");

        await fixture.GetAsync();
        await fixture.GetAsync();
        await fixture.GetAsync();

        Assert.That((await fixture.GetAsync()).Value, Is.EqualTo("good"));
    }

    [Test]
    public async Task CallAsync_UnknownTargets_SayNothingOfTheVendor()
    {
        await using var fixture = Fixture(2).ThenStatus(404);
        for (var i = 0; i < 5; i++)
        {
            Assert.That((await fixture.GetAsync()).Error?.Code, Is.EqualTo(HubErrorCode.VendorUnknownTarget));
        }
    }

    [Test]
    public async Task CallAsync_AfterThePause_OneGoodProbeClosesTheCircuit()
    {
        await using var fixture = Fixture(2).ThenStatus(500).ThenStatus(500).ThenText("good");
        await fixture.GetAsync();
        await fixture.GetAsync();

        fixture.Time.Advance(Pause - TimeSpan.FromSeconds(1));
        Assert.That((await fixture.GetAsync()).Error?.Code, Is.EqualTo(HubErrorCode.VendorCircuitOpen));
        fixture.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.That((await fixture.GetAsync()).Value, Is.EqualTo("good"));
        Assert.That((await fixture.GetAsync()).Value, Is.EqualTo("good"));
    }

    [Test]
    public async Task CallAsync_HalfOpen_LetsOneProbeThroughAtATime()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var fixture = Fixture(2).ThenStatus(500).ThenStatus(500).Then(async _ =>
        {
            await gate.Task;
            return new HttpResponseMessage { Content = new StringContent("good") };
        });
        await fixture.GetAsync();
        await fixture.GetAsync();
        fixture.Time.Advance(Pause);

        var probe = fixture.GetAsync();
        var other = await fixture.GetAsync();
        gate.SetResult();

        Assert.That(other.Error?.Code, Is.EqualTo(HubErrorCode.VendorCircuitOpen));
        Assert.That((await probe).Value, Is.EqualTo("good"));
    }

    [Test]
    public async Task CallAsync_OpenCircuit_HoldsCallsThatMustNotBeRepeated()
    {
        await using var fixture = Fixture(2).ThenStatus(500);
        await fixture.GetAsync();
        await fixture.GetAsync();

        var outcome = await fixture.CallAsync(new VendorCall(HttpMethod.Post, new Uri("https://vendor.example/book")) { Repeatable = false });

        Assert.That(outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorCircuitOpen));
        Assert.That(fixture.Handler.Requests, Has.Count.EqualTo(2));
    }

    [TestCase(403, null, 60)]
    [TestCase(401, null, 60)]
    [TestCase(429, null, 60)]
    [TestCase(429, "120", 120)]
    [TestCase(503, "30", 30)]
    [TestCase(429, "999999", 3600)]
    public async Task CallAsync_Refused_LeavesTheVendorAlone(int status, string? retryAfter, int expectedSeconds)
    {
        await using var fixture = Fixture(1000).ThenStatus(status, retryAfter).ThenText("good");
        await fixture.GetAsync("a");

        var held = await fixture.GetAsync("b");
        fixture.Time.Advance(TimeSpan.FromSeconds(expectedSeconds) - TimeSpan.FromMilliseconds(1));
        var stillHeld = await fixture.GetAsync("b");
        fixture.Time.Advance(TimeSpan.FromMilliseconds(1));
        var asked = await fixture.GetAsync("b");

        Assert.That(held.Error?.Code, Is.EqualTo(HubErrorCode.VendorCircuitOpen));
        Assert.That(held.Error?.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(expectedSeconds)));
        Assert.That(stillHeld.Error?.Code, Is.EqualTo(HubErrorCode.VendorCircuitOpen));
        Assert.That(asked.Value, Is.EqualTo("good"));
    }

    [Test]
    public async Task CallAsync_MilderRefusalLater_DoesNotShortenTheHold()
    {
        var first = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var fixture = Fixture(1000).Then(_ => first.Task).ThenStatus(403).ThenText("good");
        var slow = fixture.GetAsync("a");
        await fixture.GetAsync("b");
        var throttled = new HttpResponseMessage(System.Net.HttpStatusCode.TooManyRequests);
        throttled.Headers.TryAddWithoutValidation("Retry-After", "1");
        first.SetResult(throttled);
        await slow;

        fixture.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.That((await fixture.GetAsync("c")).Error?.Code, Is.EqualTo(HubErrorCode.VendorCircuitOpen));
    }

    [Test]
    public async Task CallAsync_RefusedDuringAnothersRetryWait_StopsTheRetry()
    {
        await using var fixture = new VendorHttpFixture(Limits(1000) with { Retries = 1 }).ThenStatus(500).ThenStatus(403).ThenText("good");
        var retrying = fixture.GetAsync("a");
        await fixture.GetAsync("b");

        var outcome = await fixture.AdvanceUntilDoneAsync(retrying);

        Assert.That(outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorCircuitOpen));
        Assert.That(fixture.Handler.Requests, Has.Count.EqualTo(2));
    }

    private static VendorHttpFixture Fixture(int breakerFailures) => new(Limits(breakerFailures));

    private static Contracts.Adapters.VendorLimits Limits(int breakerFailures) =>
        VendorHttpFixture.Plain with { BreakerFailures = breakerFailures, BreakerPause = Pause };
}
