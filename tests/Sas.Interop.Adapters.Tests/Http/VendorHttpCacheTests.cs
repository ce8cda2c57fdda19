using System.Net;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Tests.Http;

internal sealed class VendorHttpCacheTests
{
    private static readonly DateTimeOffset Modified = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task CallAsync_UnchangedByTag_ReusesTheStoredBody()
    {
        await using var fixture = Fixture().ThenText("body", tag: "\"v1\"").ThenStatus(304);

        await fixture.GetAsync();
        var second = await fixture.GetAsync();

        Assert.That(second.Value, Is.EqualTo("body"));
        Assert.That(fixture.Handler.Requests[0].Headers.ContainsKey("If-None-Match"), Is.False);
        Assert.That(fixture.Handler.Requests[1].Headers["If-None-Match"], Is.EqualTo("\"v1\""));
    }

    [Test]
    public async Task CallAsync_UnchangedByDate_ReusesTheStoredBodyAndItsTime()
    {
        await using var fixture = Fixture().ThenText("body", modified: Modified).ThenStatus(304);
        await fixture.GetAsync();
        DateTimeOffset? madeAt = null;

        var second = await fixture.Sut.CallAsync(
            VendorCall.Get(new Uri("https://vendor.example/slots")),
            (answer, token) =>
            {
                madeAt = answer.MadeAt;
                return VendorHttpFixture.ReadTextAsync(answer, token);
            },
            CancellationToken.None);

        Assert.That(second.Value, Is.EqualTo("body"));
        Assert.That(madeAt, Is.EqualTo(Modified));
        Assert.That(fixture.Handler.Requests[1].Headers["If-Modified-Since"], Is.EqualTo("Sun, 01 Mar 2026 12:00:00 GMT"));
    }

    [Test]
    public async Task CallAsync_Changed_ReplacesTheStoredBody()
    {
        await using var fixture = Fixture().ThenText("old", tag: "\"v1\"").ThenText("new", tag: "\"v2\"").ThenStatus(304);

        await fixture.GetAsync();
        await fixture.GetAsync();

        Assert.That((await fixture.GetAsync()).Value, Is.EqualTo("new"));
        Assert.That(fixture.Handler.Requests[2].Headers["If-None-Match"], Is.EqualTo("\"v2\""));
    }

    [Test]
    public async Task CallAsync_UnchangedWithoutAStoredBody_IsRejected()
    {
        await using var fixture = Fixture().ThenStatus(304);

        Assert.That((await fixture.GetAsync()).Error?.Code, Is.EqualTo(HubErrorCode.VendorRejectedRequest));
    }

    [Test]
    public async Task CallAsync_NoValidator_IsAskedWhole()
    {
        await using var fixture = Fixture().ThenText("one").ThenText("two");

        await fixture.GetAsync();

        Assert.That((await fixture.GetAsync()).Value, Is.EqualTo("two"));
    }

    [Test]
    public async Task CallAsync_Catalogue_IsUsedAgainUntilItsTimeIsOver()
    {
        var timeToLive = TimeSpan.FromHours(1);
        await using var fixture = Fixture().ThenText("one").ThenText("two");

        await fixture.GetAsync(cacheFor: timeToLive);
        fixture.Time.Advance(timeToLive - TimeSpan.FromSeconds(1));
        var within = await fixture.GetAsync(cacheFor: timeToLive);
        fixture.Time.Advance(TimeSpan.FromSeconds(1));
        var after = await fixture.GetAsync(cacheFor: timeToLive);

        Assert.That(within.Value, Is.EqualTo("one"));
        Assert.That(after.Value, Is.EqualTo("two"));
        Assert.That(fixture.Handler.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task CallAsync_CatalogueConfirmed_LivesAnotherTime()
    {
        var timeToLive = TimeSpan.FromMinutes(5);
        await using var fixture = Fixture().ThenText("one", tag: "\"v1\"").ThenStatus(304).ThenText("two");

        await fixture.GetAsync(cacheFor: timeToLive);
        fixture.Time.Advance(timeToLive);
        await fixture.GetAsync(cacheFor: timeToLive);
        fixture.Time.Advance(timeToLive - TimeSpan.FromSeconds(1));

        Assert.That((await fixture.GetAsync(cacheFor: timeToLive)).Value, Is.EqualTo("one"));
        Assert.That(fixture.Handler.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task CallAsync_UnreadableAnswer_IsNotKept()
    {
        await using var fixture = Fixture().ThenText("bad", tag: "\"v1\"").ThenText("good");

        await fixture.Sut.CallAsync(
            VendorCall.Get(new Uri("https://vendor.example/slots")),
            static (_, _) => ValueTask.FromResult<Outcome<string>>(new HubError(HubErrorCode.VendorMalformed, "No.")),
            CancellationToken.None);
        await fixture.GetAsync();

        Assert.That(fixture.Handler.Requests[1].Headers.ContainsKey("If-None-Match"), Is.False);
    }

    [Test]
    public async Task CallAsync_ReaderStopsEarly_KeepsTheWholeBody()
    {
        var text = new string('x', 100_000);
        await using var fixture = Fixture().ThenText(text, tag: "\"v1\"").ThenStatus(304);

        await fixture.Sut.CallAsync(
            VendorCall.Get(new Uri("https://vendor.example/slots")),
            static async (answer, token) =>
            {
                await answer.Body.ReadExactlyAsync(new byte[10], token);
                return (Outcome<string>)"enough";
            },
            CancellationToken.None);

        Assert.That((await fixture.GetAsync()).Value, Is.EqualTo(text));
    }

    [Test]
    public async Task CallAsync_OtherHeaderValue_IsAnotherAnswer()
    {
        await using var fixture = Fixture().ThenText("one").ThenText("two");
        var call = VendorCall.Get(new Uri("https://vendor.example/list")) with { CacheFor = TimeSpan.FromHours(1) };

        await fixture.CallAsync(call with { Headers = [new("X-Center", "1")] });

        Assert.That((await fixture.CallAsync(call with { Headers = [new("X-Center", "2")] })).Value, Is.EqualTo("two"));
        Assert.That((await fixture.CallAsync(call with { Headers = [new("X-Center", "1")] })).Value, Is.EqualTo("one"));
    }

    [Test]
    public async Task CallAsync_OtherBody_IsAnotherAnswer()
    {
        await using var fixture = Fixture().ThenText("one").ThenText("two");
        var call = new VendorCall(HttpMethod.Post, new Uri("https://vendor.example/list")) { CacheFor = TimeSpan.FromHours(1) };

        await fixture.CallAsync(call with { Body = "1"u8.ToArray() });

        Assert.That((await fixture.CallAsync(call with { Body = "2"u8.ToArray() })).Value, Is.EqualTo("two"));
    }

    [Test]
    public async Task CallAsync_VendorLeftAlone_StillGivesAFreshCatalogue()
    {
        await using var fixture = Fixture().ThenText("list").ThenStatus((int)HttpStatusCode.Forbidden);
        await fixture.GetAsync("list", TimeSpan.FromHours(1));
        await fixture.GetAsync("slots");

        Assert.That((await fixture.GetAsync("list", TimeSpan.FromHours(1))).Value, Is.EqualTo("list"));
    }

    private static VendorHttpFixture Fixture() => new(VendorHttpFixture.Plain);
}
