using System.Net;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Tests.Http;

/// <summary>Redirects, time-outs, bounds and isolation.</summary>
internal sealed class VendorHttpTransportTests
{
    [TestCase("/moved?x=1", "https://vendor.example/moved?x=1")]
    [TestCase("https://VENDOR.example/moved", "https://vendor.example/moved")]
    [TestCase("https://vendor.example:443/moved", "https://vendor.example/moved")]
    public async Task CallAsync_MovedOnTheOwnHost_IsFollowed(string location, string expected)
    {
        await using var fixture = Fixture().Then(() => Redirect(HttpStatusCode.Found, location)).ThenText("good");

        Assert.That((await fixture.GetAsync()).Value, Is.EqualTo("good"));
        Assert.That(fixture.Handler.Requests[1].Url, Is.EqualTo(expected));
    }

    [TestCase("https://elsewhere.example/")]
    [TestCase("http://vendor.example/")]
    [TestCase("https://vendor.example:8443/")]
    [TestCase("//elsewhere.example/x")]
    [TestCase("file:///etc/passwd")]
    public async Task CallAsync_MovedElsewhere_IsNotFollowed(string location)
    {
        await using var fixture = Fixture().Then(() => Redirect(HttpStatusCode.TemporaryRedirect, location)).ThenText("good");

        Assert.That((await fixture.GetAsync()).Error?.Code, Is.EqualTo(HubErrorCode.VendorAddressRefused));
        Assert.That(fixture.Handler.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("//[bad")]
    [TestCase("http://")]
    [TestCase("")]
    public async Task CallAsync_NonsenseLocation_IsACodedOutcome(string location)
    {
        await using var fixture = Fixture().Then(() => Redirect(HttpStatusCode.Found, location));

        Assert.That((await fixture.GetAsync()).Error?.Code, Is.EqualTo(HubErrorCode.VendorRejectedRequest));
    }

    [Test]
    public async Task CallAsync_RedirectsInACircle_End()
    {
        await using var fixture = Fixture().Then(static () => Redirect(HttpStatusCode.Found, "/slots"));

        Assert.That((await fixture.GetAsync()).Error?.Code, Is.EqualTo(HubErrorCode.VendorRejectedRequest));
        Assert.That(fixture.Handler.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task CallAsync_RedirectedPost_IsNotFollowed()
    {
        await using var fixture = Fixture().Then(static () => Redirect(HttpStatusCode.PermanentRedirect, "/moved"));

        await fixture.CallAsync(new VendorCall(HttpMethod.Post, new Uri("https://vendor.example/slots")));

        Assert.That(fixture.Handler.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CallAsync_BodyHangs_TimesOut()
    {
        var reading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var fixture = new VendorHttpFixture(VendorHttpFixture.Plain with { Timeout = TimeSpan.FromSeconds(5) });
        fixture.Then(() => new HttpResponseMessage { Content = new StreamContent(new HangingStream(reading)) });

        var call = fixture.GetAsync();
        await reading.Task;
        fixture.Time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.That(call.IsCompleted, Is.False);
        fixture.Time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.That((await call).Error?.Code, Is.EqualTo(HubErrorCode.VendorTimeout));
    }

    [Test]
    public async Task CallAsync_BodyAsLongAsTheBound_IsRead()
    {
        await using var fixture = new VendorHttpFixture(VendorHttpFixture.Plain with { MaxBodyBytes = 1000 });
        fixture.ThenText(new string('x', 1000));

        Assert.That((await fixture.GetAsync()).Value, Has.Length.EqualTo(1000));
    }

    [Test]
    public async Task CallAsync_BodyOneByteLonger_IsTooLargeAndNotTriedAgain()
    {
        await using var fixture = new VendorHttpFixture(VendorHttpFixture.Plain with { MaxBodyBytes = 1000, Retries = 2 });
        fixture.ThenText(new string('x', 1001));

        Assert.That((await fixture.GetAsync()).Error?.Code, Is.EqualTo(HubErrorCode.VendorTooLarge));
        Assert.That(fixture.Handler.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CallAsync_MoreThanTheConcurrency_Waits()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var busy = new VendorHttpFixture(VendorHttpFixture.Plain with { Concurrency = 2 }).Then(async token =>
        {
            await gate.Task.WaitAsync(token);
            return new HttpResponseMessage { Content = new StringContent("good") };
        });
        await using var other = Fixture().ThenText("good");

        var calls = Enumerable.Range(0, 3).Select(_ => busy.GetAsync()).ToArray();

        Assert.That(busy.Handler.Requests, Has.Count.EqualTo(2));
        Assert.That((await other.GetAsync()).Value, Is.EqualTo("good"), "another vendor does not wait");
        gate.SetResult();
        Assert.That((await Task.WhenAll(calls)).Select(static outcome => outcome.Value), Is.All.EqualTo("good"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task CallAsync_OverTheRate_WaitsAndAnotherVendorDoesNot(bool repeatable)
    {
        await using var slow = new VendorHttpFixture(VendorHttpFixture.Plain with { RequestsPerSecond = 0.001 }).ThenText("good");
        await using var other = Fixture().ThenText("good");
        using var patience = new CancellationTokenSource();
        await slow.GetAsync();

        var call = VendorCall.Get(new Uri("https://vendor.example/slots")) with { Repeatable = repeatable };
        var second = slow.CallAsync(call, patience.Token);

        Assert.That((await other.GetAsync()).Value, Is.EqualTo("good"));
        Assert.That(second.IsCompleted, Is.False);
        await patience.CancelAsync();
        Assert.That(async () => await second, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(slow.Handler.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CallAsync_OverTheRate_GoesOnWhenTheChosenClockHasMoved()
    {
        await using var fixture = new VendorHttpFixture(VendorHttpFixture.Plain with { RequestsPerSecond = 0.01 }).ThenText("good");
        await fixture.GetAsync();
        var second = fixture.GetAsync();
        Assert.That(second.IsCompleted, Is.False);

        fixture.Time.Advance(TimeSpan.FromSeconds(100));

        Assert.That((await second.WaitAsync(TimeSpan.FromSeconds(20))).Value, Is.EqualTo("good"));
    }

    [TestCase(HttpRequestError.ConnectionError, HubErrorCode.VendorUnreachable)]
    [TestCase(HttpRequestError.NameResolutionError, HubErrorCode.VendorUnreachable)]
    [TestCase(HttpRequestError.SecureConnectionError, HubErrorCode.VendorUnreachable)]
    [TestCase(HttpRequestError.ResponseEnded, HubErrorCode.VendorTruncated)]
    public async Task CallAsync_Failure_NeverTellsASecret(HttpRequestError error, HubErrorCode expected)
    {
        const string Secret = "s3cret-value";
        await using var fixture = new VendorHttpFixture(VendorHttpFixture.Plain, 0, [new("Authorization", Secret)]);
        fixture.Then(_ => throw new HttpRequestException(error, $"failed with {Secret}"));

        var outcome = await fixture.GetAsync($"slots?token={Secret}");

        Assert.That(outcome.Error?.Code, Is.EqualTo(expected));
        Assert.That(outcome.Error?.ToString(), Does.Not.Contain(Secret));
    }

    [TestCase(200, "<html>s3cret-value</html>")]
    [TestCase(400, "s3cret-value is wrong")]
    [TestCase(302, "s3cret-value")]
    public async Task CallAsync_AnswerEchoesASecret_IsNotRepeatedInTheError(int status, string body)
    {
        await using var fixture = Fixture().Then(() => new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body), ReasonPhrase = "s3cret-value" });

        var outcome = await fixture.Sut.CallAsync(
            VendorCall.Get(new Uri("https://vendor.example/slots?token=s3cret-value")),
            static async (answer, token) => await JsonFeed.ReadAsync(answer.Body, JsonShape.Of("items[]"), Ignore, token),
            CancellationToken.None);

        Assert.That(outcome.IsSuccess, Is.False);
        Assert.That(outcome.Error?.ToString(), Does.Not.Contain("s3cret-value"));
    }

    private static HubError? Ignore(int path, in JsonFeedPosition position, ref System.Text.Json.Utf8JsonReader value) => null;

    private static HttpResponseMessage Redirect(HttpStatusCode status, string location)
    {
        var response = new HttpResponseMessage(status);
        response.Headers.TryAddWithoutValidation("Location", location);
        return response;
    }

    private static VendorHttpFixture Fixture() => new(VendorHttpFixture.Plain);

    private sealed class HangingStream(TaskCompletionSource reading) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            reading.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }
    }
}
