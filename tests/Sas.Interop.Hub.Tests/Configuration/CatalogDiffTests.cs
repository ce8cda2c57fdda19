using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Vendors;

namespace Sas.Interop.Hub.Tests.Configuration;

[Parallelizable(ParallelScope.All)]
internal sealed class CatalogDiffTests
{
    [Test]
    public void Between_AppliedToTheOld_GivesTheNew() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed =>
    {
        var random = new Random(seed);
        var (before, after) = (Catalog(random), Catalog(random));
        var running = Enabled(before);
        if (CatalogDiff.Between(before, after, directoryChanged: false) is { } change)
        {
            foreach (var vendor in change.Added)
            {
                running.Add(vendor.Id, vendor.Fingerprint);
            }

            foreach (var vendor in change.Changed.Where(vendor => running[vendor.Id] != vendor.Fingerprint))
            {
                running[vendor.Id] = vendor.Fingerprint;
            }

            foreach (var id in change.Removed)
            {
                Assert.That(running.Remove(id), Is.True);
            }

            Assert.That(change.Added.Count + change.Changed.Count + change.Removed.Count, Is.GreaterThan(0));
        }

        return running.SequenceEqual(Enabled(after));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Between_SameCatalog_IsNothing()
    {
        var catalog = Catalog(new Random(1));

        Assert.That(CatalogDiff.Between(catalog, catalog, directoryChanged: false), Is.Null);
        Assert.That(CatalogDiff.Between(catalog, catalog, directoryChanged: true), Has.Property("DirectoryChanged").True);
    }

    [Test]
    public void Between_DisabledVendor_CountsAsRemoved()
    {
        var (on, off) = (Model("a", true, 1), Model("a", false, 1));

        Assert.That(CatalogDiff.Between(Of(on), Of(off), false)?.Removed, Is.EqualTo(new[] { "a" }));
        Assert.That(CatalogDiff.Between(Of(off), Of(on), false)?.Added.Single().Id, Is.EqualTo("a"));
        Assert.That(CatalogDiff.Between(Of(off), Of(Model("a", false, 2)), false), Is.Null);
    }

    private static SortedDictionary<string, string> Enabled(Dictionary<string, VendorModel> catalog) =>
        new(catalog.Values.Where(static vendor => vendor.Enabled).ToDictionary(static vendor => vendor.Id, static vendor => vendor.Fingerprint), StringComparer.Ordinal);

    private static Dictionary<string, VendorModel> Of(VendorModel vendor) => new() { [vendor.Id] = vendor };

    private static Dictionary<string, VendorModel> Catalog(Random random) => Enumerable.Range(0, 6)
        .Where(_ => random.Next(3) > 0)
        .Select(index => Model($"v{index}", random.Next(3) > 0, random.Next(3)))
        .ToDictionary(static vendor => vendor.Id);

    private static VendorModel Model(string id, bool enabled, int version) => new()
    {
        Id = id,
        Name = id,
        Dialect = "sas-fhir",
        Enabled = enabled,
        BaseUrl = new Uri("https://a.example/"),
        Poll = VendorDefaults.BuiltIn.Poll,
        Limits = new VendorLimits(),
        Freshness = VendorDefaults.BuiltIn.Freshness,
        Fingerprint = $"{id} {enabled} {version}",
    };
}
