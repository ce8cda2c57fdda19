using System.Security.Claims;

using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Tests.Security.Callers;

[Parallelizable(ParallelScope.All)]
internal sealed class CallerIdentityTests
{
    [TestCase(CallerRoles.Vendor, "a", true)]
    [TestCase(CallerRoles.Vendor | CallerRoles.Tester, "a", true)]
    [TestCase(CallerRoles.Vendor | CallerRoles.Platform, "a", false)]
    [TestCase(CallerRoles.Vendor | CallerRoles.Operator, "a", false)]
    [TestCase(CallerRoles.Platform, null, false)]
    [TestCase(CallerRoles.Tester, null, false)]
    public void IsVendorOnly_Roles_TellsWhetherOthersAreHidden(CallerRoles roles, string? vendor, bool isOnly) =>
        Assert.That(new CallerIdentity("x", roles, vendor).IsVendorOnly, Is.EqualTo(isOnly));

    [Test]
    public void Principal_Always_IsTheSameAndOfThisCaller()
    {
        var sut = new CallerIdentity("platform", CallerRoles.Platform, null);

        var (first, second) = (sut.Principal, sut.Principal);
        Assert.That(first, Is.SameAs(second));
        Assert.That(first.Identity, Is.SameAs(sut));
        Assert.That((sut.IsAuthenticated, sut.Name, sut.Principal.FindFirstValue(ClaimTypes.Name)), Is.EqualTo((true, "platform", "platform")));
    }
}
