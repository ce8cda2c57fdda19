using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Configuration;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Availability;

/// <summary>Pages that a vendor may not lead to never get into the index.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RefusedPagesTests
{
    private readonly ManualTimeProvider _time = new(Some.Now);
    private readonly LogLines<AvailabilityIndex> _log = new();

    [TestCase("https://evil.example/rdv")]
    [TestCase("http://vendor.example/rdv")]
    [TestCase("https://user@vendor.example/rdv")]
    [TestCase("https://vendor.example@evil.example/rdv")]
    [TestCase("javascript:alert(1)")]
    [TestCase("//vendor.example/rdv")]
    public void Apply_PageElsewhere_SlotIsServedWithoutAddress(string page)
    {
        var sut = CreateSut(out _);

        sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(1, Some.PublicKind with { BookingUrl = new Uri(page, UriKind.RelativeOrAbsolute) })]), Some.Now);

        var place = sut.Find(Some.Owner)?.Places.Single();
        Assert.That((place?.Slots.Length, place?.Kinds.Single().Page), Is.EqualTo((1, (byte[]?)null)));
    }

    [Test]
    public void Apply_PageOfTheVendor_IsShown()
    {
        var sut = CreateSut(out _);

        sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(1)]), Some.Now);

        Assert.That(sut.Find(Some.Owner)?.Places.Single().Kinds.Single().Page, Is.Not.Null);
        Assert.That(_log.Lines, Is.Empty);
    }

    [Test]
    public void Apply_PageElsewhereAgainAndAgain_IsToldOnceAHostAndCounted()
    {
        var sut = CreateSut(out var board);
        for (var i = 1; i <= 3; i++)
        {
            var kinds = new[] { "https://evil.example/a", "https://evil.example/b?key=s3cret", "https://other.example/" }.Select(static page => Some.PublicKind with { BookingUrl = new Uri(page) });
            sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [.. kinds.Select((kind, hour) => Some.Slot(hour + 1, kind))]), Some.Now);
        }

        Assert.That(_log.Lines.Select(static line => line.Id), Is.EqualTo(new[] { EventIds.PageRefused, EventIds.PageRefused }));
        Assert.That(_log.Lines.Select(static line => line.Text), Has.Some.Contains("'evil.example'").And.All.Not.Contains("s3cret"));
        Assert.That(board.RefusedPages("vendor-a"), Is.EqualTo(new Dictionary<string, long> { ["evil.example"] = 3, ["other.example"] = 3 }));
    }

    [Test]
    public void Apply_VendorThatInventsHosts_FillsNeitherMemoryNorLog()
    {
        var sut = CreateSut(out var board);
        for (var i = 0; i < 200; i++)
        {
            sut.Apply(Some.Vendor(), Some.Snapshot(Some.Owner, [Some.Slot(1, Some.PublicKind with { BookingUrl = new Uri($"https://h{i}.example/") })]), Some.Now);
        }

        Assert.That((board.RefusedPages("vendor-a").Count, _log.Lines.Count), Is.EqualTo((32, 32)));
    }

    [Test]
    public void Apply_NoHostAllowed_ShowsNoPage()
    {
        var sut = CreateSut(out _);

        sut.Apply(Some.Vendor() with { Pages = BookingRule.Nowhere }, Some.Snapshot(Some.Owner, [Some.Slot(1)]), Some.Now);

        Assert.That(sut.Find(Some.Owner)?.Places.Single().Kinds.Single().Page, Is.Null);
    }

    private AvailabilityIndex CreateSut(out VendorStatusBoard board)
    {
        board = new VendorStatusBoard(_time);
        board.Register("vendor-a", 1);
        return new AvailabilityIndex(_time, board, _log);
    }
}
