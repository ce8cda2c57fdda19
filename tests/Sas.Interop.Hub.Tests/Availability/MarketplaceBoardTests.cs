using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Tests.Availability;

internal sealed class MarketplaceBoardTests
{
    private static readonly DateTimeOffset Then = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly OwnerKey Anne = OwnerKey.Create(OwnerKind.Practitioner, "810990000019");
    private static readonly OwnerKey Denis = OwnerKey.Create(OwnerKind.Practitioner, "810990000027");
    private readonly MarketplaceBoard _sut = new();

    [Test]
    public void Find_NeverNamed_IsUnknown()
    {
        Assert.That(_sut.IsEmpty, Is.True);
        Assert.That(_sut.Find(Anne), Is.Null);
    }

    [Test]
    public void Replace_SameAgain_ChangesNothing()
    {
        _sut.Replace(Offers((Anne, ["a", "b"])), Then);

        Assert.That(_sut.Replace(Offers((Anne, ["a", "b"])), Then.AddHours(1)), Is.Zero);
        Assert.That(_sut.Find(Anne)?.Since, Is.EqualTo(Then));
    }

    [Test]
    public void Replace_NoLongerNamed_IsClosedSinceThen()
    {
        _sut.Replace(Offers((Anne, ["a"]), (Denis, ["a"])), Then);

        Assert.That(_sut.Replace(Offers((Denis, ["a"])), Then.AddHours(1)), Is.EqualTo(1));
        Assert.That(_sut.Replace(Offers((Denis, ["a"])), Then.AddHours(2)), Is.Zero);
        Assert.That(_sut.Owners, Is.EqualTo(new[] { Denis }));
        Assert.That((_sut.Find(Anne)?.IsOpen, _sut.Find(Anne)?.Since), Is.EqualTo((false, Then.AddHours(1))));
        Assert.That(_sut.Find(Denis)?.Since, Is.EqualTo(Then));
    }

    [Test]
    public void Replace_OtherVendor_IsAChange()
    {
        _sut.Replace(Offers((Anne, ["a"])), Then);

        Assert.That(_sut.Replace(Offers((Anne, ["b"])), Then.AddHours(1)), Is.EqualTo(1));
        Assert.That(_sut.Find(Anne)?.Vendors, Is.EqualTo(new[] { "b" }));
    }

    [Test]
    public void FindShown_NotToBeShown_TellsNothing()
    {
        var hidden = new MarketplaceBoard { IsShown = false };
        hidden.Replace(Offers((Anne, ["a"])), Then);

        Assert.That(hidden.FindShown(Anne), Is.Null);
        Assert.That(hidden.Find(Anne)?.IsOpen, Is.True);
    }

    private static Dictionary<OwnerKey, IReadOnlyList<string>> Offers(params (OwnerKey Owner, string[] Vendors)[] offers) =>
        offers.ToDictionary(static offer => offer.Owner, static offer => (IReadOnlyList<string>)offer.Vendors);
}
