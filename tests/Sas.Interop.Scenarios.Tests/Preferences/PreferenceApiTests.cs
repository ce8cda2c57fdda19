using System.Net;

using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Push;

namespace Sas.Interop.Scenarios.Tests.Preferences;

/// <summary>What one owner declares: read, replaced, taken back, and listed for reconciliation.</summary>
[Parallelizable]
internal sealed class PreferenceApiTests
{
    private const string Whole =
        """
        {"refusesSlots":true,"reorientationPackage":true,"declaredVendors":["clickdoc"],
         "unavailabilities":[{"place":"cabinet-1","from":"2026-04-01T00:00:00+02:00","to":"2026-04-08T00:00:00+02:00"},{"place":"cabinet-2","from":"2026-04-01T00:00:00+02:00"}]}
        """;

    private PushHub _hub = null!; // Set before any test runs.
    private PlatformCalls _sut = null!; // Likewise.
    private int _owners = 5_000;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _hub = await PreferencesFixture.HubAsync();
        _sut = new PlatformCalls(_hub.Hub);
    }

    [Test]
    public async Task Put_New_IsCreatedAndReadBack()
    {
        var owner = NewOwner();

        var put = await _sut.SetAsync(owner, Whole);
        var got = await _sut.GetAsync(PlatformCalls.Of(owner));

        Assert.That((put.Status, got.Status), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.OK)));
        Assert.That(got.Json.GetRawText(), Is.EqualTo(
            """{"refusesSlots":true,"reorientationPackage":true,"declaredVendors":["clickdoc"],"unavailabilities":["""
            + """{"place":"cabinet-1","from":"2026-04-01T00:00:00.000+02:00","to":"2026-04-08T00:00:00.000+02:00"},"""
            + """{"place":"cabinet-2","from":"2026-04-01T00:00:00.000+02:00","to":null}]}"""));
        Assert.That(put.Json.GetRawText(), Is.EqualTo(got.Json.GetRawText()));
        Assert.That(PlatformCalls.TagOf(got), Is.EqualTo(PlatformCalls.TagOf(put)).And.Not.Empty);
        Assert.That(got.ContentHeaders.LastModified, Is.EqualTo(_hub.Hub.Now).Within(TimeSpan.FromMinutes(5)));
    }

    [Test]
    public async Task Put_WhatWasRead_ChangesNothing()
    {
        var owner = NewOwner();
        var first = await _sut.SetAsync(owner, Whole);

        var again = await _sut.SetAsync(owner, (await _sut.GetAsync(PlatformCalls.Of(owner))).Json.GetRawText());

        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(PlatformCalls.TagOf(again), Is.EqualTo(PlatformCalls.TagOf(first)));
    }

    [Test]
    public async Task Put_Unprefixed_IsTheSameOwner()
    {
        var owner = NewOwner();

        await _sut.SetAsync(owner[1..], """{"refusesSlots":true}""");

        Assert.That((await _sut.GetAsync(PlatformCalls.Of(owner))).Json.At("refusesSlots")?.GetBoolean(), Is.True);
    }

    [Test]
    public async Task Put_PartOnly_ReplacesTheWhole()
    {
        var owner = NewOwner();
        await _sut.SetAsync(owner, Whole);

        await _sut.SetAsync(owner, """{"reorientationPackage":true}""");

        Assert.That(
            (await _sut.GetAsync(PlatformCalls.Of(owner))).Json.GetRawText(),
            Is.EqualTo("""{"refusesSlots":null,"reorientationPackage":true,"declaredVendors":[],"unavailabilities":[]}"""));
    }

    [Test]
    public async Task Put_SomebodyWasFaster_IsRefusedAndNothingIsLost()
    {
        var owner = NewOwner();
        var read = PlatformCalls.TagOf(await _sut.SetAsync(owner, Whole));
        var faster = await _sut.SetAsync(owner, """{"refusesSlots":false}""", ("If-Match", read));

        var late = await _sut.SetAsync(owner, """{"refusesSlots":true}""", ("If-Match", read));
        var withdrawn = await _sut.DeleteAsync(PlatformCalls.Of(owner), ("If-Match", read));

        Assert.That(faster.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((late.Status, withdrawn.Status), Is.EqualTo((HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed)));
        Assert.That(PlatformCalls.Error(late), Is.EqualTo(("precondition-failed", (string?)null)));
        Assert.That((await _sut.GetAsync(PlatformCalls.Of(owner))).Json.At("refusesSlots")?.GetBoolean(), Is.False);
    }

    [Test]
    public async Task Put_OnlyIfNew_IsTakenOnce()
    {
        var owner = NewOwner();

        var first = await _sut.SetAsync(owner, Whole, ("If-None-Match", "*"));
        var second = await _sut.SetAsync(owner, "{}", ("If-None-Match", "*"));

        Assert.That((first.Status, second.Status), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.PreconditionFailed)));
    }

    [Test]
    public async Task Get_NothingNew_AnswersWithoutABody()
    {
        var owner = NewOwner();
        var tag = PlatformCalls.TagOf(await _sut.SetAsync(owner, Whole));

        var same = await _sut.GetAsync(PlatformCalls.Of(owner), ("If-None-Match", tag));

        Assert.That((same.Status, same.Body.Length), Is.EqualTo((HttpStatusCode.NotModified, 0)));
    }

    [Test]
    public async Task Head_Preferences_HasHeadersOnly()
    {
        var owner = NewOwner();
        var tag = PlatformCalls.TagOf(await _sut.SetAsync(owner, Whole));

        var head = await _sut.SendAsync(HttpMethod.Head, PlatformCalls.Of(owner), null);

        Assert.That((head.Status, head.Body.Length, PlatformCalls.TagOf(head)), Is.EqualTo((HttpStatusCode.OK, 0, tag)));
    }

    [Test]
    public async Task Delete_Declared_IsGoneAndStaysGone()
    {
        var owner = NewOwner();
        var before = PlatformCalls.TagOf(await _sut.SetAsync(owner, Whole));

        var deleted = await _sut.DeleteAsync(PlatformCalls.Of(owner));
        var again = await _sut.DeleteAsync(PlatformCalls.Of(owner));
        var gone = await _sut.GetAsync(PlatformCalls.Of(owner));
        var anew = await _sut.SetAsync(owner, Whole);

        Assert.That((deleted.Status, again.Status), Is.EqualTo((HttpStatusCode.NoContent, HttpStatusCode.NoContent)));
        Assert.That((gone.Status, PlatformCalls.Error(gone).Code), Is.EqualTo((HttpStatusCode.NotFound, "not-found")));
        Assert.That(anew.Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(PlatformCalls.TagOf(anew), Is.Not.EqualTo(before), "A tag never means two things.");
    }

    [Test]
    public async Task Put_Association_DeclaresRefusalAndAbsences()
    {
        var siret = $"3{CheckDigits.Practitioner(Interlocked.Increment(ref _owners))}00";

        var put = await _sut.SetAsync(siret, """{"refusesSlots":true,"unavailabilities":[{"place":"antenne-1"}]}""");
        var refused = await _sut.SetAsync(siret, """{"declaredVendors":["clickdoc"]}""");

        Assert.That(put.Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That((refused.Status, PlatformCalls.Error(refused)), Is.EqualTo((HttpStatusCode.BadRequest, ("invalid", "$.declaredVendors"))));
        Assert.That((await _sut.GetAsync(PlatformCalls.Of(siret))).Json.At("refusesSlots")?.GetBoolean(), Is.True);
    }

    [TestCase("nobody")]
    [TestCase("8")]
    [TestCase("81000000000000000000")]
    [TestCase("%F0%9F%92%A9")]
    [TestCase("8%2F1")]
    [TestCase("..%2F..%2Fhub.db")]
    [TestCase("'%20OR%201=1")]
    public async Task EachMethod_NoIdentifier_IsRefused(string owner)
    {
        foreach (var answer in new[] { await _sut.GetAsync(PlatformCalls.Of(owner)), await _sut.SetAsync(owner, "{}"), await _sut.DeleteAsync(PlatformCalls.Of(owner)) })
        {
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(PlatformCalls.Error(answer), Is.EqualTo(("invalid", "url.nationalId")));
        }
    }

    [Test]
    public async Task Changes_InPages_TellEachOwnersLastChange()
    {
        var start = (await _sut.GetAsync("v1/preferences?count=250")).Json.At("cursor")?.GetInt64();
        string[] owners = [NewOwner(), NewOwner(), NewOwner()];
        foreach (var owner in owners)
        {
            await _sut.SetAsync(owner, Whole);
        }

        await _sut.DeleteAsync(PlatformCalls.Of(owners[0]));
        var seen = new Dictionary<string, bool>();
        var cursor = start;
        bool? more = true;
        while (more == true)
        {
            var page = (await _sut.GetAsync($"v1/preferences?changedSince={_hub.Hub.Now.AddHours(-1):yyyy-MM-dd'T'HH:mm:ss}Z&after={cursor}&count=1")).Json;
            foreach (var item in page.Items("items"))
            {
                seen[item.Text("nationalId") ?? string.Empty] = item.At("preferences")?.ValueKind == System.Text.Json.JsonValueKind.Object;
            }

            (cursor, more) = (page.At("cursor")?.GetInt64(), page.At("more")?.GetBoolean());
        }

        // Other tests change owners of their own meanwhile.
        Assert.That(owners.Select(owner => seen.GetValueOrDefault(owner, owner == owners[0])), Is.EqualTo(new[] { false, true, true }));
        Assert.That(seen, Does.ContainKey(owners[0]));
        var later = await _sut.GetAsync($"v1/preferences?changedSince={_hub.Hub.Now.AddHours(1):yyyy-MM-dd'T'HH:mm:ss}%2B00:00");
        Assert.That(later.Json.Items("items"), Is.Empty);
    }

    [TestCase("changedSince=yesterday", "query.changedSince")]
    [TestCase("changedSince=2026-03-02", "query.changedSince")]
    [TestCase("changedSince=2026-03-02T08:00:00", "query.changedSince")]
    [TestCase("after=-1", "query.after")]
    [TestCase("after=99999999999999999999", "query.after")]
    [TestCase("count=0", "query.count")]
    [TestCase("count=251", "query.count")]
    [TestCase("count=ten", "query.count")]
    [TestCase("count=1&count=2", "query.count")]
    public async Task Changes_BadParameter_IsNamed(string query, string path)
    {
        var answer = await _sut.GetAsync("v1/preferences?" + query);

        Assert.That((answer.Status, PlatformCalls.Error(answer)), Is.EqualTo((HttpStatusCode.BadRequest, ("invalid", path))));
    }

    [Test]
    public async Task Changes_CursorOfAnotherDatabase_IsGone()
    {
        var answer = await _sut.GetAsync($"v1/preferences?after={long.MaxValue}");

        Assert.That((answer.Status, PlatformCalls.Error(answer)), Is.EqualTo((HttpStatusCode.Gone, ("cursor-gone", "query.after"))));
    }

    private string NewOwner() => CheckDigits.Practitioner(Interlocked.Increment(ref _owners));
}
