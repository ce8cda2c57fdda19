using Sas.Interop.MockVendors;

namespace Sas.Interop.Scenarios.Tests.RealProcess;

/// <summary>Decision 2 of the design, with real processes and sockets: vendors fail alone.</summary>
internal sealed class FaultIsolationTests
{
    private const string OwnerA = "810000000017";
    private const string OwnerB = "810000000025";
    private const string OwnerC = "810000000033";
    private const string OwnerD = "810000000041";

    [Test]
    public async Task Search_VendorsFailInEveryWay_OthersDoNotChangeAndTheCulpritsAreNamed()
    {
        using var files = new Workspace();
        await using var a = await MockedVendor.StartAsync("a", "sas-fhir", FhirFeed.Write(files.PathOf("a"), [FeedOwner.Of(OwnerA, 4)]));
        await using var b = await MockedVendor.StartAsync("b", "maiia", MaiiaFeed.Write(files.PathOf("b"), FeedOwner.Of(OwnerB, 6)));
        await using var c = await MockedVendor.StartAsync("c", "sas-fhir", FhirFeed.Write(files.PathOf("c"), [FeedOwner.Of(OwnerC, 8)]));
        await using var d = await MockedVendor.StartAsync("d", "sas-fhir", FhirFeed.Write(files.PathOf("d"), [FeedOwner.Of(OwnerD, 10)]));
        await ConfigureAsync(files, a, b, c, d);
        await using var hub = HubProcess.Start(files.Start());
        using var client = HubClient.Of(await hub.AddressAsync());
        var before = await SearchAllAsync(client, [4, 6, 8, 10]);
        using var searches = new SearchLoop(client, OwnerD);

        await a.KillAsync();
        b.Suffer(MockFault.Hang);
        c.Suffer(MockFault.Html);
        await client.StateIsAsync("a", "failing VendorUnreachable");
        await client.StateIsAsync("b", "failing VendorTimeout");
        await client.StateIsAsync("c", "failing VendorBlocked");
        await AssertSameAsync(client, before);

        c.Suffer(MockFault.TooManyRequests);
        await client.StateIsAsync("c", "failing VendorThrottled");
        c.Suffer(MockFault.Truncated);
        await client.StateIsAsync("c", "failing VendorTruncated");
        await AssertSameAsync(client, before);
        await RootCauseStaysAsync(client);

        await FailuresAreLoggedAsync(hub);
        var report = await client.ReadyAsync();
        Assert.That(report?.GetProperty("culprits").EnumerateArray().Select(static culprit => culprit.GetString()), Is.EqualTo(["a", "b", "c"]));
        Assert.That(await client.StateAsync("d"), Is.EqualTo("ok"));

        await a.ServeAsync(FhirFeed.Write(files.PathOf("a2"), [FeedOwner.Of(OwnerA, 5)]));
        b.Suffer(MockFault.None);
        await b.ServeAsync(MaiiaFeed.Write(files.PathOf("b2"), FeedOwner.Of(OwnerB, 7)));
        await c.ServeAsync(FhirFeed.Write(files.PathOf("c2"), [FeedOwner.Of(OwnerC, 9)]));
        await SearchAllAsync(client, [5, 7, 9, 10]);
        foreach (var vendor in new[] { "a", "b", "c", "d" })
        {
            await client.StateIsAsync(vendor, "ok");
        }

        await searches.StopAsync();
        Assert.That(searches.Wrong, Is.Empty);
        Assert.That(searches.Answered, Is.GreaterThan(50));
    }

    [Test]
    public async Task Search_VendorFallsSilent_IsHeldBackWhileOneEmptiedAgendaIsBelieved()
    {
        using var files = new Workspace();
        FeedOwner[] owners = [FeedOwner.Of(OwnerA, 4), FeedOwner.Of(OwnerB, 6), FeedOwner.Of(OwnerC, 8)];
        await using var vendor = await MockedVendor.StartAsync("a", "sas-fhir", FhirFeed.Write(files.PathOf("all"), owners));
        await File.WriteAllTextAsync(files.AdaptersFile, ConfigFiles.Adapters(ConfigFiles.Vendor(vendor)));
        await File.WriteAllTextAsync(files.DirectoryFile, ConfigFiles.Directory(owners.Select(static owner => ConfigFiles.Linked(owner.Id, "a"))));
        await using var hub = HubProcess.Start(files.Start());
        using var client = HubClient.Of(await hub.AddressAsync());
        await client.SlotsAsync(OwnerC, 8);

        await vendor.ServeAsync(FhirFeed.Write(files.PathOf("one"), [owners[0].Without(), owners[1], owners[2]]));
        await client.SlotsAsync(OwnerA, 0);
        Assert.That(await client.StateAsync("a"), Is.EqualTo("ok"), "One emptied agenda is everyday life.");
        var (ofB, ofC) = (await client.SearchAsync(OwnerB), await client.SearchAsync(OwnerC));

        await vendor.ServeAsync(FhirFeed.Write(files.PathOf("none"), [.. owners.Select(static owner => owner.Without())]));
        await client.StateIsAsync("a", "held-back");
        Assert.That(await client.SearchAsync(OwnerB), Is.EqualTo(ofB));
        Assert.That(await client.SearchAsync(OwnerC), Is.EqualTo(ofC));
        Assert.That(hub.Output.Count("Vendor 'a' says that none of its '2' owners with slots has any left"), Is.EqualTo(1));

        await vendor.ServeAsync(FhirFeed.Write(files.PathOf("back"), [owners[0], owners[1].Without(), owners[2]]));
        await client.StateIsAsync("a", "ok");
        await client.SlotsAsync(OwnerA, 4);
        await client.SlotsAsync(OwnerB, 0);
        Assert.That((await client.SearchAsync(OwnerC)).Slots, Is.EqualTo(8));
    }

    private static async Task ConfigureAsync(Workspace files, MockedVendor a, MockedVendor b, MockedVendor c, MockedVendor d)
    {
        await File.WriteAllTextAsync(
            files.AdaptersFile,
            ConfigFiles.Adapters(ConfigFiles.Vendor(a), ConfigFiles.Vendor(b), ConfigFiles.Vendor(c), ConfigFiles.Vendor(d)));
        await File.WriteAllTextAsync(
            files.DirectoryFile,
            ConfigFiles.Directory(
                ConfigFiles.Linked(OwnerA, "a"), ConfigFiles.AtCenter(OwnerB, "b", MaiiaFeed.Center), ConfigFiles.Linked(OwnerC, "c"), ConfigFiles.Linked(OwnerD, "d")));
    }

    private static async Task<IReadOnlyList<SearchAnswer>> SearchAllAsync(HubClient client, int[] slots)
    {
        string[] owners = [OwnerA, OwnerB, OwnerC, OwnerD];
        var answers = new List<SearchAnswer>();
        foreach (var (owner, count) in owners.Zip(slots))
        {
            await client.SlotsAsync(owner, count);
            answers.Add(await client.SearchAsync(owner));
        }

        return answers;
    }

    private static async Task AssertSameAsync(HubClient client, IReadOnlyList<SearchAnswer> before)
    {
        string[] owners = [OwnerA, OwnerB, OwnerC, OwnerD];
        foreach (var (owner, answer) in owners.Zip(before))
        {
            Assert.That(await client.SearchAsync(owner), Is.EqualTo(answer), owner);
        }
    }

    /// <summary>Circuits open and close by now; an open circuit is never the reason that operators are told.</summary>
    private static async Task RootCauseStaysAsync(HubClient client)
    {
        var seen = new HashSet<string?>();
        var time = TimeProvider.System;
        for (var since = time.GetTimestamp(); time.GetElapsedTime(since) < TimeSpan.FromSeconds(4);)
        {
            seen.Add(await client.StateAsync("a"));
            seen.Add(await client.StateAsync("b"));
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, CancellationToken.None);
        }

        Assert.That(seen, Is.EquivalentTo(["failing VendorUnreachable", "failing VendorTimeout"]));
    }

    private static async Task FailuresAreLoggedAsync(HubProcess hub)
    {
        (string Vendor, string Code)[] expected =
            [("a", "VendorUnreachable"), ("b", "VendorTimeout"), ("c", "VendorBlocked"), ("c", "VendorThrottled"), ("c", "VendorTruncated")];
        foreach (var (vendor, code) in expected)
        {
            await hub.LineAsync(
                line => line.Contains($"Poll of '{vendor}'", StringComparison.Ordinal) && line.Contains($"{code}:", StringComparison.Ordinal),
                $"a line that names {vendor} with {code}");
        }

        Assert.That(hub.Output.Lines, Has.None.Match("Poll of '[abc]' .*VendorCircuitOpen:"));
        Assert.That(hub.Output.Lines, Has.None.Match("Poll of 'd' .*failed"));
    }
}
