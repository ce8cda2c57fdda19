using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Tests.CareRequests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MarketplaceWatchTests
{
    private static readonly OwnerKey Anne = OwnerKey.Create(OwnerKind.Practitioner, "810990000019");
    private static readonly OwnerKey Denis = OwnerKey.Create(OwnerKind.Practitioner, "810990000027");
    private static readonly OwnerKey Association = OwnerKey.Create(OwnerKind.Association, "310000000000011");
    private static readonly HubError Failure = new(HubErrorCode.VendorFailed, "500");
    private readonly MarketRig _rig = new();

    [Test]
    public async Task RoundAsync_VendorsSayYesAndNo_OnlyYesIsOnTheBoard()
    {
        _rig.Add("b", Anne, Denis, Association).Say = static (owner, _) => new(owner == Anne);
        _rig.Add("a", Anne);

        Assert.That(await _rig.Watch.RoundAsync(CancellationToken.None), Is.True);
        Assert.That(_rig.Board.Owners, Is.EqualTo(new[] { Anne }));
        Assert.That(_rig.Board.Find(Anne)?.Vendors, Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public async Task RoundAsync_AnswersAreGood_AsksNobodyAgain()
    {
        var market = _rig.Add("a", Anne, Denis, Association);
        await _rig.Watch.RoundAsync(CancellationToken.None);
        await _rig.Watch.RoundAsync(CancellationToken.None);

        Assert.That(market.Asked, Is.EquivalentTo(new[] { Anne, Denis }));
    }

    [Test]
    public async Task RoundAsync_OldAnswerAndFailure_KeepsTheLastWordForAWhile()
    {
        var market = _rig.Add("a", Anne);
        await _rig.Watch.RoundAsync(CancellationToken.None);
        market.Say = static (_, _) => new(Failure);
        _rig.Time.Advance(TimeSpan.FromMinutes(70));

        Assert.That(await _rig.Watch.RoundAsync(CancellationToken.None), Is.False);
        Assert.That(_rig.Board.Find(Anne)?.IsOpen, Is.True);

        _rig.Time.Advance(TimeSpan.FromMinutes(60));
        await _rig.Watch.RoundAsync(CancellationToken.None);
        Assert.That(_rig.Board.Find(Anne)?.IsOpen, Is.False);
    }

    [Test]
    public async Task RoundAsync_VendorFails_IsLeftAloneAndOthersAreAsked()
    {
        var owners = Enumerable.Range(0, 50).Select(static number => OwnerKey.Create(OwnerKind.Practitioner, $"8109900{number:00000}")).ToArray();
        var broken = _rig.Add("a", owners);
        broken.Say = static (_, _) => new(Failure);
        _rig.Add("b", Anne);
        _rig.Add("c", Denis).Say = static (_, _) => throw new InvalidOperationException("a defect of the dialect");

        Assert.That(await _rig.Watch.RoundAsync(CancellationToken.None), Is.False);
        Assert.That(broken.Asked, Has.Count.EqualTo(3));
        Assert.That(_rig.Board.Owners, Is.EqualTo(new[] { Anne }));
    }

    [Test]
    public async Task OnChangedAsync_VendorChanged_ForgetsItsAnswers()
    {
        var market = _rig.Add("a", Anne);
        await _rig.Watch.RoundAsync(CancellationToken.None);
        market.Say = static (_, _) => new(false);

        await _rig.Watch.OnChangedAsync(new VendorCatalogChange([], [_rig.Current["a"]], [], false), CancellationToken.None);
        await _rig.Watch.RoundAsync(CancellationToken.None);

        Assert.That(_rig.Board.Find(Anne)?.IsOpen, Is.False);
    }

    [Test]
    public async Task RoundAsync_VendorIsDisabled_LeavesTheBoard()
    {
        _rig.Add("a", Anne);
        await _rig.Watch.RoundAsync(CancellationToken.None);
        _rig.Disable("a");
        await _rig.Watch.RoundAsync(CancellationToken.None);

        Assert.That(_rig.Board.Owners, Is.Empty);
    }

    [Test]
    public void Of_DeclaredVendor_GoesFirst()
    {
        _rig.Add("a", Anne);
        _rig.Add("b", Anne);
        _rig.Add("c", Anne);
        _rig.Disable("c");
        Assert.That(_rig.Vendors.Of(Anne), Is.EqualTo(new[] { "a", "b" }));

        _rig.Preferences.Set(Anne, new OwnerPreference { DeclaredVendors = ["b"] });
        Assert.That(_rig.Vendors.Of(Anne), Is.EqualTo(new[] { "b", "a" }));
    }

    [Test]
    public async Task AskAsync_VendorHangs_IsGivenUpInTime()
    {
        _rig.Add("a", Anne).Say = static async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return true;
        };

        var asked = _rig.Answers.AskAsync("a", Anne, TimeSpan.FromSeconds(1), CancellationToken.None);
        _rig.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.That((await asked).Error?.Code, Is.EqualTo(HubErrorCode.VendorTimeout));
    }

    [Test]
    public async Task AskAsync_VendorNotAtWork_IsToldSo()
    {
        _rig.Add("a", Anne);
        _rig.Stop("a");

        Assert.That((await _rig.Answers.AskAsync("a", Anne, TimeSpan.FromSeconds(1), CancellationToken.None)).Error?.Code, Is.EqualTo(HubErrorCode.VendorUnreachable));
    }
}
