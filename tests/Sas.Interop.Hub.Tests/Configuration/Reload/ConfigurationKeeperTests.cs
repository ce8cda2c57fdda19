using System.Globalization;

using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Configuration.Vendors;
using Sas.Interop.TestKit.Certificates;

namespace Sas.Interop.Hub.Tests.Configuration.Reload;

[Parallelizable(ParallelScope.All)]
internal sealed class ConfigurationKeeperTests
{
    private const string Directory = """{ "practitioners": [{ "id": "10000000001", "vendors": [{ "vendor": "acme" }] }] }""";

    [Test]
    public async Task LoadAsync_GoodFiles_TellsEverythingAsAdded()
    {
        using var rig = new KeeperRig();
        rig.Folder.Write("directory.json", Directory);
        await rig.StartAsync(AdaptersSamples.File(AdaptersSamples.Acme, Entry("off", 1, enabled: false)));

        var change = rig.Heard.Changes.Single();
        Assert.That((change.Added.Single().Id, change.Removed.Count, change.DirectoryChanged), Is.EqualTo(("acme", 0, true)));
        Assert.That(rig.Directory.TargetsOf("acme"), Has.Count.EqualTo(1));
        Assert.That(rig.Directory.TargetsOf("nobody"), Is.Empty);
    }

    [Test]
    public void LoadAsync_BadFiles_ThrowsWithAllFaultsOfBoth()
    {
        using var rig = new KeeperRig();
        rig.Adapters("""{ "vendors": [{ "id": "x" }] }""");
        rig.Folder.Write("directory.json", """{ "people": [] }""");

        var thrown = Assert.ThrowsAsync<InvalidConfigurationException>(() => rig.Keeper.LoadAsync(CancellationToken.None));
        Assert.That(thrown?.Faults.Select(static fault => fault.Path), Is.EqualTo(new[] { "$.vendors[0].name", "$.vendors[0].adapter", "$.vendors[0].baseUrl", "$.people" }));
        Assert.That(StartFaults.Of(thrown ?? new InvalidConfigurationException([])), Has.Count.EqualTo(4));
    }

    [Test]
    public void LoadAsync_NoFile_SaysSo()
    {
        using var rig = new KeeperRig();

        var thrown = Assert.ThrowsAsync<InvalidConfigurationException>(() => rig.Keeper.LoadAsync(CancellationToken.None));
        Assert.That(thrown?.Message, Is.EqualTo($"adapters.json: $: The file is not there; looked for at {rig.Folder.File("adapters.json")}."));
    }

    [Test]
    public async Task CheckAsync_HundredEdits_KeepsTheLastGoodOne()
    {
        using var rig = new KeeperRig();
        var random = new Random(42);
        await rig.StartAsync(AdaptersSamples.File(Entry("v", 0)));
        var good = 0;
        using var searching = new CancellationTokenSource();
        var searches = Search(rig.Catalog, searching.Token);
        for (var edit = 1; edit <= 100; edit++)
        {
            var whole = AdaptersSamples.File(Entry("v", edit));
            var (text, isGood) = random.Next(3) switch
            {
                0 => (whole, true),
                1 => (whole.Replace("https", "gopher", StringComparison.Ordinal), false),
                _ => (whole[..random.Next(whole.Length - 2)], false),
            };
            rig.Adapters(text);
            await rig.SettleAsync();
            good = isGood ? edit : good;

            Assert.That(rig.Catalog.Current["v"].Name, Is.EqualTo(Name(good)), $"edit {edit}");
        }

        await searching.CancelAsync();
        Assert.That(await searches, Is.GreaterThan(0));
        var rejected = rig.AdaptersLog.Lines.Count(static line => line.Id == EventIds.ConfigurationRejected);
        Assert.That(rejected + rig.Heard.Changes.Count - 1, Is.EqualTo(100), "each edit is taken and told, or refused and logged, once");
    }

    [Test]
    public async Task CheckAsync_TornThenComplete_IsNeverReported()
    {
        using var rig = new KeeperRig();
        await rig.StartAsync(AdaptersSamples.File(Entry("v", 0)));
        var whole = AdaptersSamples.File(Entry("v", 1));
        foreach (var length in new[] { 0, 10, whole.Length / 2, whole.Length - 1, whole.Length })
        {
            rig.Adapters(whole[..length]);
            await rig.Keeper.CheckAsync(CancellationToken.None);
            rig.Time.Advance(TimeSpan.FromMilliseconds(150));
            await rig.Keeper.CheckAsync(CancellationToken.None);
        }

        Assert.That(rig.Catalog.Current["v"].Name, Is.EqualTo(Name(1)));
        Assert.That(rig.AdaptersLog.Lines.Select(static line => line.Id), Has.None.EqualTo(EventIds.ConfigurationRejected));
    }

    [Test]
    public async Task CheckAsync_FileRemovedAndWrittenAnew_KeepsThenTakes()
    {
        using var rig = new KeeperRig();
        await rig.StartAsync(AdaptersSamples.File(Entry("v", 0)));
        File.Delete(rig.Folder.File("adapters.json"));
        await rig.SettleAsync();
        Assert.That(rig.Catalog.Current, Has.Count.EqualTo(1));
        Assert.That(rig.AdaptersLog.Lines.Count(static line => line.Id == EventIds.ConfigurationRejected), Is.EqualTo(1));

        rig.Adapters(AdaptersSamples.File(Entry("v", 1)));
        await rig.SettleAsync();
        Assert.That(rig.Catalog.Current["v"].Name, Is.EqualTo(Name(1)));
    }

    [Test]
    public async Task CheckAsync_VendorSwitchedOffAndOn_IsRemovedAndAdded()
    {
        using var rig = new KeeperRig();
        await rig.StartAsync(AdaptersSamples.File(Entry("v", 0), Entry("w", 0)));
        rig.Adapters(AdaptersSamples.File(Entry("v", 0, enabled: false), Entry("w", 0)));
        await rig.SettleAsync();
        rig.Adapters(AdaptersSamples.File(Entry("w", 0), Entry("v", 0)));
        await rig.SettleAsync();

        Assert.That(rig.Heard.Changes, Has.Count.EqualTo(3));
        Assert.That((rig.Heard.Changes[1].Removed.Single(), rig.Heard.Changes[1].Changed.Count), Is.EqualTo(("v", 0)));
        Assert.That((rig.Heard.Changes[2].Added.Single().Id, rig.Heard.Changes[2].DirectoryChanged), Is.EqualTo(("v", false)));
    }

    [Test]
    public async Task CheckAsync_CertificateFileChanges_TheVendorHasOtherTrustAndTheSameSettings()
    {
        using var rig = new KeeperRig();
        using var root = TestAuthority.Root();
        Renew(rig, root);
        await rig.StartAsync(AdaptersSamples.With("\"tls\": { \"clientCertificate\": { \"file\": \"client.pem\" } }"));
        var before = rig.Catalog.Current["acme"];

        Renew(rig, root);
        await rig.SettleAsync();
        var after = rig.Heard.Changes[^1].Changed.Single();
        rig.Folder.Write("client.pem", "half wri");
        await rig.SettleAsync();

        Assert.That((after.Fingerprint == before.Fingerprint, after.Tls.Stamp == before.Tls.Stamp), Is.EqualTo((true, false)));
        Assert.That(rig.Catalog.Current["acme"], Is.SameAs(after), "what was good stays");
        Assert.That(rig.AdaptersLog.Lines.Last().Text, Does.Contain("tls.clientCertificate").And.Not.Contain("half wri"));

        static void Renew(KeeperRig rig, TestAuthority root)
        {
            using var leaf = root.Issue(CertificateWish.ForClient("hub"));
            using var key = leaf.ExportKey();
            rig.Folder.Write("client.pem", leaf.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        }
    }

    [Test]
    public async Task CheckAsync_SecretFileChanges_TheVendorChanged()
    {
        using var rig = new KeeperRig();
        rig.Folder.Write("token", "one");
        await rig.StartAsync(AdaptersSamples.With("""
            "secrets": { "token": { "file": "token" } }
            """));
        rig.Folder.Write("token", "two");
        await rig.SettleAsync();

        Assert.That(rig.Heard.Changes[^1].Changed.Single().Secrets["token"], Is.EqualTo("two"));
        File.Delete(rig.Folder.File("token"));
        await rig.SettleAsync();
        Assert.That(rig.Catalog.Current["acme"].Secrets["token"], Is.EqualTo("two"), "what was good stays");
        rig.Folder.Write("token", "three");
        await rig.SettleAsync();
        Assert.That(rig.Catalog.Current["acme"].Secrets["token"], Is.EqualTo("three"));
        Assert.That(rig.AdaptersLog.Lines.Select(static line => line.Text), Has.None.Contains("two").And.None.Contains("three"));
    }

    [Test]
    public async Task CheckAsync_DirectoryEdited_IsSwappedOrKept()
    {
        using var rig = new KeeperRig();
        await rig.StartAsync(AdaptersSamples.File(AdaptersSamples.Acme));
        Assert.That(rig.Directory.TargetsOf("acme"), Is.Empty);

        rig.Folder.Write("directory.json", Directory);
        await rig.SettleAsync();
        rig.Folder.Write("directory.json", Directory.Replace("vendors", "vendor", StringComparison.Ordinal));
        await rig.SettleAsync();

        Assert.That(rig.Directory.TargetsOf("acme"), Has.Count.EqualTo(1));
        Assert.That(rig.DirectoryLog.Lines.Count(static line => line.Id == EventIds.ConfigurationRejected), Is.EqualTo(1));
        Assert.That(rig.Heard.Changes[^1], Has.Property("DirectoryChanged").True.And.Property("Changed").Empty);
        Assert.That(rig.Heard.Changes, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task CheckAsync_VendorGetsItsOwnDirectory_IsLoadedWithTheSameEdit()
    {
        using var rig = new KeeperRig();
        rig.Folder.Write("own.csv", "id;vendor\n10000000002;acme\n");
        await rig.StartAsync(AdaptersSamples.File(AdaptersSamples.Acme));
        rig.Adapters(AdaptersSamples.With("""
            "directory": { "file": "own.csv" }
            """));
        await rig.SettleAsync();

        Assert.That(rig.Directory.TargetsOf("acme").Single().Owner.ToString(), Is.EqualTo("810000000002"));
    }

    [Test]
    public async Task CheckAsync_OneListenerFails_TheOthersAreTold()
    {
        using var rig = new KeeperRig(new Broken());
        await rig.StartAsync(AdaptersSamples.File(AdaptersSamples.Acme));

        Assert.That(rig.Heard.Changes, Has.Count.EqualTo(1));
        Assert.That(rig.AnnouncerLog.Lines.Select(static line => line.Id), Has.One.EqualTo(EventIds.CatalogListenerFailed));
    }

    private static string Name(int edit) => string.Create(CultureInfo.InvariantCulture, $"Edit {edit}");

    private static string Entry(string id, int edit, bool enabled = true) =>
        $$"""{ "id": "{{id}}", "name": "{{Name(edit)}}", "adapter": "maiia", "baseUrl": "https://{{id}}.example/", "enabled": {{(enabled ? "true" : "false")}} }""";

    private static Task<int> Search(VendorCatalog catalog, CancellationToken stop) => Task.Run(
        () =>
        {
            var count = 0;
            do
            {
                // A reader always finds a whole catalog.
                count += catalog.Current["v"].Name.StartsWith("Edit", StringComparison.Ordinal) ? 1 : throw new InvalidOperationException("No vendor.");
            }
            while (!stop.IsCancellationRequested);
            return count;
        },
        CancellationToken.None);

    private sealed class Broken : IVendorCatalogListener
    {
        public Task OnChangedAsync(VendorCatalogChange change, CancellationToken cancellationToken) => throw new InvalidOperationException("broken");
    }
}
