using Microsoft.AspNetCore.Http;

using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Tests.Security.Callers;

[Parallelizable(ParallelScope.All)]
internal sealed class CallerOfContextTests
{
    [Test]
    public void Caller_NobodyKnown_IsNull()
    {
        var context = new DefaultHttpContext();

        Assert.That((context.Caller(), context.OnlyVendor()), Is.EqualTo(((CallerIdentity?)null, (string?)null)));
        Assert.That(() => context.CallerId(), Throws.InvalidOperationException);
    }

    [TestCase(CallerRoles.Vendor, "a", "a")]
    [TestCase(CallerRoles.Vendor | CallerRoles.Platform, "a", null)]
    [TestCase(CallerRoles.Operator, null, null)]
    public void OnlyVendor_Caller_IsTheOneWhoseDataItSees(CallerRoles roles, string? vendor, string? only)
    {
        var context = Of(new CallerIdentity("x", roles, vendor));

        Assert.That((context.CallerId(), context.OnlyVendor()), Is.EqualTo(("x", only)));
    }

    internal static DefaultHttpContext Of(CallerIdentity caller) => new() { User = caller.Principal };
}
