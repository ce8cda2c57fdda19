using System.Net;

using Microsoft.Data.Sqlite;

using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Contract;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Preferences;

/// <summary>The database under a running hub: kept over a restart, and failing under it.</summary>
[Parallelizable]
internal sealed class StorageTests
{
    private static readonly string Anne = CheckDigits.Practitioner(8_501);
    private static readonly string Denis = CheckDigits.Practitioner(8_502);
    private TestFolder _folder = null!; // Set before each test.

    [SetUp]
    public void MakeFolder() => _folder = new TestFolder("hub-kept-");

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task Restart_WhatWasDeclared_IsKeptAndInForceAtOnce()
    {
        string tag;
        await using (var first = await StartAsync())
        {
            var calls = new PlatformCalls(first);
            tag = PlatformCalls.TagOf(await calls.SetAsync(Anne, """{"refusesSlots":true,"declaredVendors":["maiia"]}"""));
            await calls.SetAsync(Denis, "{}");
            await calls.DeleteAsync(PlatformCalls.Of(Denis));
        }

        Assert.That(Directory.EnumerateFiles(_folder.FullName, "hub.db*").Select(Path.GetFileName).Order(), Is.EqualTo(new[] { "hub.db", "hub.db.lock" }), "A clean stop leaves one file to copy.");
        await using var second = await StartAsync();
        var again = new PlatformCalls(second);
        Assert.That(PlatformCalls.TagOf(await again.GetAsync(PlatformCalls.Of(Anne))), Is.EqualTo(tag));
        Assert.That((await again.GetAsync($"v1/practitioners/national-id/{Anne}")).Json.EnumerateArray().Single().At("editor")?.Text("corporateName"), Is.EqualTo("Maiia"));
        Assert.That((await again.GetAsync(PlatformCalls.Of(Denis))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await again.GetAsync("v1/preferences")).Json.Items("items").Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task Put_AnotherProgramHoldsTheDatabase_IsPutOffAndSearchesGoOn()
    {
        await using var hub = await StartAsync();
        var calls = new PlatformCalls(hub);
        await calls.SetAsync(Anne, "{}");
        await using (var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder.FullName, "hub.db"), Pooling = false }.ToString()))
        {
            await other.OpenAsync();
            await using var hold = other.BeginTransaction();

            var put = calls.SetAsync(Anne, """{"refusesSlots":true}""");
            Assert.That((await SearchAsync(hub)).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await calls.GetAsync(PlatformCalls.Of(Anne))).Status, Is.EqualTo(HttpStatusCode.OK));
            await IsPutOffAsync(put);
        }

        Assert.That((await calls.SetAsync(Anne, """{"refusesSlots":true}""")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Put_DatabaseIsGone_IsPutOffAndSearchesGoOn()
    {
        await using var hub = await StartAsync();
        var calls = new PlatformCalls(hub);
        File.Delete(Path.Combine(_folder.FullName, "hub.db"));

        await IsPutOffAsync(calls.SetAsync(Anne, "{}"));
        await IsPutOffAsync(calls.DeclareAsync(Anne, "maiia"));
        await IsPutOffAsync(calls.DeleteAsync(PlatformCalls.Of(Anne)));
        await IsPutOffAsync(calls.GetAsync(PlatformCalls.Of(Anne)));
        await IsPutOffAsync(calls.GetAsync("v1/preferences"));
        Assert.That((await SearchAsync(hub)).OfType("Slot"), Is.Not.Empty);
        Assert.That((await calls.GetAsync("v1/editors")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Put_NoMoreOwnersFit_IsRefused()
    {
        await using var hub = await StartAsync("Hub:Preferences:MaxOwners=1");
        var calls = new PlatformCalls(hub);
        await calls.SetAsync(Anne, "{}");

        var answer = await calls.SetAsync(Denis, "{}");

        Assert.That((answer.Status, PlatformCalls.Error(answer).Code), Is.EqualTo((HttpStatusCode.InsufficientStorage, "full")));
        Assert.That((await calls.SetAsync(Anne, """{"refusesSlots":true}""")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private Task<RunningHub> StartAsync(params string[] others) =>
        RunningHub.StartAsync(new HubSettings { Others = [$"Hub:DataFolder={_folder.FullName}", "Hub:Storage:Timeout=00:00:01", .. others] });

    private static Task<Answer> SearchAsync(RunningHub hub) =>
        hub.GetAsync(SlotSearchUrl.Of(hub.Now, hub.Now.AddHours(72), HubFixture.Plan.Practitioners[0].Id));

    private static async Task IsPutOffAsync(Task<Answer> call)
    {
        var answer = await call;
        Assert.That((answer.Status, PlatformCalls.Error(answer).Code), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "storage-unavailable")));
        Assert.That(answer.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(5)));
    }
}
