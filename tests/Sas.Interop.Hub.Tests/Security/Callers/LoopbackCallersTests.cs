using Microsoft.AspNetCore.Http;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Tests.Security.Callers;

[Parallelizable(ParallelScope.All)]
internal sealed class LoopbackCallersTests
{
    [TestCase(null)]
    [TestCase("")]
    public void Resolve_NoVendorNamed_MayDoEverything(string? header)
    {
        var caller = Resolve(header);

        Assert.That((caller.Value?.Roles, caller.Value?.VendorId), Is.EqualTo((CallerRoles.Any, (string?)null)));
        Assert.That(caller.Value, Is.SameAs(Resolve(header).Value), "Every request has the same one.");
    }

    [Test]
    public void Resolve_VendorNamed_IsThatVendorAndNothingElse()
    {
        var caller = Resolve("agenda");

        Assert.That((caller.Value?.Id, caller.Value?.Roles, caller.Value?.VendorId, caller.Value?.IsVendorOnly), Is.EqualTo(("agenda", CallerRoles.Vendor, "agenda", true)));
    }

    [Test]
    public void Resolve_NamedTwice_IsNeitherOfThem() => Assert.That(Resolve("one", "other").Value?.VendorId, Is.EqualTo("one,other"));

    [Test]
    public void Resolve_EndlessName_IsUnknown()
    {
        var caller = Resolve(new string('a', 65));

        Assert.That((caller.IsSuccess, caller.Error?.Code), Is.EqualTo((false, HubErrorCode.CallerUnknown)));
    }

    private static Outcome<CallerIdentity> Resolve(params string?[] headers)
    {
        var context = new DefaultHttpContext();
        if (headers is not [null])
        {
            context.Request.Headers[CallerScheme.VendorHeader] = headers;
        }

        return new LoopbackCallers().Resolve(context);
    }
}
