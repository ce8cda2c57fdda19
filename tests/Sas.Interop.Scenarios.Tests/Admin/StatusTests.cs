using System.Net;
using System.Text;

using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Admin;

/// <summary>Vendors as operators see them.</summary>
[Parallelizable]
internal sealed class StatusTests
{
    [Test]
    public async Task Vendors_Sandbox_AreThoseOfTheFileWithTheirCounts()
    {
        var hub = await HubFixture.HubAsync();
        var vendors = (await hub.GetAsync("/admin/vendors")).Json;

        Assert.That(vendors.Items("vendors").Select(static vendor => vendor.Text("id")), Is.SupersetOf(new[] { "doctolib", "keldoc", "sas-agenda" }).And.Ordered);
        var doctolib = vendors.Items("vendors").Single(static vendor => vendor.Text("id") == "doctolib");
        Assert.That((doctolib.Text("state"), doctolib.At("polls")?.GetBoolean(), doctolib.Text("lastError")), Is.EqualTo(("ok", (bool?)true, (string?)null)));
        Assert.That(doctolib.At("owners")?.GetInt32(), Is.EqualTo(doctolib.At("targets")?.GetInt32()));
        Assert.That(doctolib.At("slots")?.GetInt64(), Is.Positive);
        Assert.That(vendors.At("slots")?.GetInt64(), Is.EqualTo(vendors.Items("vendors").Sum(static vendor => vendor.At("slots")?.GetInt64())));
    }

    [Test]
    public async Task Vendor_OneOfThem_HasItsPartitions()
    {
        var hub = await HubFixture.HubAsync();
        var vendor = (await hub.GetAsync("/admin/vendors/doctolib")).Json;

        Assert.That(vendor.Items("polls").Select(static poll => poll.Text("verdict")), Is.Not.Empty.And.All.EqualTo("Ok"));
        Assert.That(vendor.Items("polls").Count(), Is.EqualTo(vendor.At("partitions")?.GetInt32()));
        Assert.That((await hub.GetAsync("/admin/vendors/nobody")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Status_HostileVendorName_IsEscapedAndNothingCanRun()
    {
        var answer = await (await AdminFixture.HubAsync()).GetAsync("/status");
        var html = Encoding.UTF8.GetString(answer.Body);

        Assert.That((answer.Status, answer.MediaType), Is.EqualTo((HttpStatusCode.OK, "text/html")));
        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("<b>").And.Contain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &lt;b&gt;Fils&lt;/b&gt;"));
        PagePolicyAssert.OwnStyleAlone(html, answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
    }

    [Test]
    public async Task Status_Sandbox_ListsEveryVendorAndTheHubsClock()
    {
        var hub = await HubFixture.HubAsync();
        var html = Encoding.UTF8.GetString((await hub.GetAsync("/status")).Body);
        var ids = (await hub.GetAsync("/admin/vendors")).Json.Items("vendors").Select(static vendor => vendor.Text("id")).ToList();

        Assert.That(ids.Where(id => !html.Contains($">{id}</small>", StringComparison.Ordinal)), Is.Empty);
        Assert.That(html, Does.Contain($"set to start at {HubSettings.BeforeSummerTime}").And.Contain("Hub’s clock: <time datetime=\"2026-03-28T07:"));
        var head = await hub.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri("/status", UriKind.Relative)));
        Assert.That((head.Status, head.Body), Is.EqualTo((HttpStatusCode.OK, Array.Empty<byte>())));
    }
}
