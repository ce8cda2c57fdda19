using System.Net;

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

using FsCheck.Fluent;

using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Security.Limits;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Security.Limits;

/// <summary>Each caller has an account that nobody else touches, and their number is bounded.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CallerAccountsTests : IDisposable
{
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero));
    private readonly LimitsOptions _options = new() { Callers = 100 };
    private readonly BackgroundThreads _threads = new(Options.Create(new LimitsOptions { BackgroundThreads = 1 }), NullLogger<BackgroundThreads>.Instance);

    public void Dispose() => _threads.Dispose();

    [Test]
    public void Enter_OfOneCaller_TakesNothingOfAnother() => FsCheck.Check.QuickThrowOnFailure(FsCheck.Fluent.Prop.ForAll(
        FsCheck.Fluent.Gen.Choose(0, 40).ArrayOf().ToArbitrary(), turns =>
        {
            var sut = CreateSut();
            var alone = CreateSut();
            var seen = new List<LimitHit>();
            var expected = new List<LimitHit>();
            foreach (var floods in turns)
            {
                for (var i = 0; i < floods; i++)
                {
                    sut.Of(Vendor("loud")).Enter(out _);
                }

                seen.Add(sut.Of(Vendor("quiet")).Enter(out _));
                expected.Add(alone.Of(Vendor("quiet")).Enter(out _));
            }

            return seen.SequenceEqual(expected);
        }));

    [Test]
    public void Enter_BeyondTheRate_IsTheRateWithTheWait()
    {
        _options.Vendor.RequestsPerSecond = 0.5;
        _options.Vendor.Burst = 2;
        var account = CreateSut().Of(Vendor("a"));
        account.Enter(out _);
        account.Enter(out _);

        Assert.That(account.Enter(out var wait), Is.EqualTo(LimitHit.Rate));
        Assert.That(wait, Is.EqualTo(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public void Enter_BeyondTheConcurrency_IsRefusedUntilOneLeaves()
    {
        _options.Vendor.Concurrency = 2;
        var account = CreateSut().Of(Vendor("a"));
        account.Enter(out _);
        account.Enter(out _);

        Assert.That(account.Enter(out _), Is.EqualTo(LimitHit.Concurrency));
        account.Leave();
        Assert.That(account.Enter(out _), Is.EqualTo(LimitHit.None));
    }

    [Test]
    public void Of_OneIdWithOtherRoles_IsAnotherAccount()
    {
        var sut = CreateSut();

        Assert.That(sut.Of(Vendor("loopback")), Is.Not.SameAs(sut.Of(new CallerIdentity("loopback", CallerRoles.Any, null))));
        var first = sut.Of(Vendor("a"));
        Assert.That(sut.Of(Vendor("a")), Is.SameAs(first));
    }

    [TestCase(CallerRoles.Platform | CallerRoles.Vendor, nameof(LimitsOptions.Platform))]
    [TestCase(CallerRoles.Operator, nameof(LimitsOptions.Operator))]
    [TestCase(CallerRoles.Tester | CallerRoles.Vendor, nameof(LimitsOptions.Tester))]
    [TestCase(CallerRoles.Vendor, nameof(LimitsOptions.Vendor))]
    public void Of_CallerOfARole_HasTheLimitsOfTheWidestOne(CallerRoles roles, string role)
    {
        var limits = (RoleLimits?)typeof(LimitsOptions).GetProperty(role)?.GetValue(_options) ?? throw new InvalidOperationException("No such role.");
        limits.BodyBytes = 70_001;

        Assert.That(CreateSut().Of(new CallerIdentity("a", roles, null)).MostBodyBytes, Is.EqualTo(70_001));
    }

    [Test]
    public void Of_CallerWithLimitsOfItsOwn_HasThemAndFollowsTheirChange()
    {
        var sut = CreateSut();
        CallerIdentity With(int concurrency) => new("a", CallerRoles.Vendor, "a") { Limits = new CallerLimits { Concurrency = concurrency } };
        sut.Of(With(1)).Enter(out _);

        Assert.That(sut.Of(With(1)).Enter(out _), Is.EqualTo(LimitHit.Concurrency));
        Assert.That(sut.Of(With(2)).Enter(out _), Is.EqualTo(LimitHit.None));
        Assert.That(sut.Of(With(2)).MostBodyBytes, Is.EqualTo(_options.Vendor.BodyBytes));
        Assert.That(sut.Count, Is.EqualTo(1));
    }

    [TestCase("192.0.2.1", "192.0.2.2", false)]
    [TestCase("192.0.2.1", "::ffff:192.0.2.1", true)]
    [TestCase("2001:db8::1", "2001:db8::ffff:2", true)]
    [TestCase("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    public void Of_UnknownCallers_AreToldApartByNetwork(string one, string other, bool same)
    {
        var sut = CreateSut();

        Assert.That(ReferenceEquals(sut.Of(IPAddress.Parse(one)), sut.Of(IPAddress.Parse(other))), Is.EqualTo(same));
    }

    [Test]
    public void Of_MoreCallersThanAreKept_SharesOneAccountUntilIdleOnesAreForgotten()
    {
        var sut = CreateSut();
        for (var i = 0; i < 100; i++)
        {
            sut.Of(Vendor($"v{i}")).Enter(out _);
        }

        Assert.That(sut.Of(Vendor("late")), Is.SameAs(sut.Of(Vendor("later"))));
        Assert.That(sut.Count, Is.EqualTo(100));

        for (var i = 0; i < 99; i++)
        {
            sut.Of(Vendor($"v{i}")).Leave();
        }

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.That(sut.Of(Vendor("late")), Is.Not.SameAs(sut.Of(Vendor("later"))));
        Assert.That(sut.Count, Is.EqualTo(3), "the one that is busy, and the two that came");
    }

    private static CallerIdentity Vendor(string id) => new(id, CallerRoles.Vendor, id);

    private CallerAccounts CreateSut() => new(Options.Create(_options), _time, _threads);
}
