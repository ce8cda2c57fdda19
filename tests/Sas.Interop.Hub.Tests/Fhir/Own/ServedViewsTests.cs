using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Tests.Availability;

namespace Sas.Interop.Hub.Tests.Fhir.Own;

/// <summary>Who is shown the whole, who its own, and who nothing.</summary>
internal sealed class ServedViewsTests
{
    private const string Search =
        "Slot?_include=Slot:schedule&_include:iterate=Schedule:actor&start=ge2026-03-02&start=le2026-03-09&status=free&schedule.actor:Practitioner.identifier=810000000017";

    private OwnRig _sut = null!; // Set before each test.

    [SetUp]
    public void Fill()
    {
        _sut = new OwnRig();
        _sut.Index.Apply(Some.Vendor(OwnRig.Vendor), Some.Snapshot(OwnRig.Shared, [Some.Slot(1), Some.Slot(2)]), Some.Now);
        _sut.Index.Apply(Some.Vendor("other"), Some.Snapshot(OwnRig.Shared, [Some.Slot(1), Some.Slot(3)]), Some.Now.AddMinutes(-3));
    }

    [TearDown]
    public void Dispose() => _sut.Dispose();

    [TestCase(CallerRoles.Vendor, 2)]
    [TestCase(CallerRoles.Vendor | CallerRoles.Tester, 2)]
    [TestCase(CallerRoles.Vendor | CallerRoles.Platform, 3)]
    [TestCase(CallerRoles.Tester, 3)]
    public async Task For_Caller_ShowsWhatItMaySee(CallerRoles roles, int slots)
    {
        var caller = new CallerIdentity("x", roles, roles.HasFlag(CallerRoles.Vendor) ? OwnRig.Vendor : null);

        Assert.That(await _sut.GetAsync(Search, caller), Does.StartWith("200").And.Contain($"\"total\":{slots},"));
    }

    [TestCase("off", "403")]
    [TestCase("gone", "401")]
    public async Task For_VendorThatIsNotAtWork_ShowsNothing(string vendor, string status) =>
        Assert.That(await _sut.GetAsync(Search, new CallerIdentity("x", CallerRoles.Vendor, vendor)), Does.StartWith(status).And.Contain("OperationOutcome"));

    [Test]
    public async Task For_Vendor_TellsNoTimeOfOthers()
    {
        var answer = await _sut.GetAsync(Search);

        Assert.That(answer, Does.Not.Contain("Last-Modified").And.Contain("Age: 0"));
        Assert.That(await _sut.GetAsync(Search), Is.EqualTo(answer), "The validator is the same as long as what is shown is.");
        _sut.Index.Apply(Some.Vendor(OwnRig.Vendor), Some.Snapshot(OwnRig.Shared, [Some.Slot(2)]), Some.Now);
        Assert.That(await _sut.GetAsync(Search), Is.Not.EqualTo(answer));
    }

    [Test]
    public async Task For_OwnerThatDeclaredOthers_ShowsTheVendorThatItsSlotsAreNotServed()
    {
        _sut.Prefer(OwnRig.Shared, new OwnerPreference { DeclaredVendors = ["other"] });

        Assert.That(await _sut.GetAsync(Search), Does.StartWith("200").And.Contain("\"total\":0,"));
    }

    [Test]
    public async Task For_OwnerOfAnother_IsUnknown()
    {
        _sut.Index.Apply(Some.Vendor("other"), Some.Snapshot(OwnRig.Foreign, [Some.Slot(1)]), Some.Now);

        Assert.That(await _sut.GetAsync($"Practitioner/{OwnRig.Foreign}"), Does.StartWith("404"));
        Assert.That(await _sut.GetAsync($"Practitioner/{OwnRig.Shared}"), Does.StartWith("200"));
    }
}
