using System.Net;

using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Push;

namespace Sas.Interop.Scenarios.Tests.Preferences;

/// <summary>The three calls about vendors that the platform's own client makes.</summary>
[Parallelizable]
internal sealed class EditorApiTests
{
    private PlatformCalls _sut = null!; // Set before any test runs.

    [OneTimeSetUp]
    public async Task StartAsync() => _sut = new PlatformCalls((await PreferencesFixture.HubAsync()).Hub);

    [TestCase("?group=id-name&is_active=1", new[] { PushHub.Polled, PushHub.Pushes })]
    [TestCase("?is_active=0", new[] { PushHub.Off })]
    [TestCase("", new[] { PushHub.Polled, PushHub.Off, PushHub.Pushes })]
    [TestCase("?group=id-name&whatever=1", new[] { PushHub.Polled, PushHub.Off, PushHub.Pushes })]
    public async Task Editors_ByState_AreListed(string query, string[] expected)
    {
        var answer = await _sut.GetAsync("v1/editors" + query);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.MediaType, Is.EqualTo("application/json"));
        Assert.That(answer.Json.EnumerateArray().Select(static editor => editor.Text("id")), Is.EqualTo(expected));
        Assert.That(answer.Json.EnumerateArray().Select(static editor => editor.Text("corporateName")), Is.All.Not.Null.And.All.Not.Empty);
    }

    [TestCase("?is_active=2", "query.is_active")]
    [TestCase("?group=everything", "query.group")]
    public async Task Editors_BadParameter_IsNamed(string query, string path)
    {
        var answer = await _sut.GetAsync("v1/editors" + query);

        Assert.That((answer.Status, PlatformCalls.Error(answer)), Is.EqualTo((HttpStatusCode.BadRequest, ("invalid", path))));
    }

    [Test]
    public async Task OfPractitioner_NothingDeclared_AreThoseOfTheDirectory()
    {
        var polled = HubFixture.Plan.Practitioners.First(static practitioner =>
            practitioner.Case == SandboxCase.NoSlot && practitioner.Places.SelectMany(static place => place.Links).All(static link => link.Vendor == PushHub.Polled));

        Assert.That(await EditorsAsync(polled.Id), Is.EqualTo(new[] { PushHub.Polled }));
        Assert.That(await EditorsAsync(polled.Id[1..]), Is.EqualTo(new[] { PushHub.Polled }), "The prefix may be left out.");
        Assert.That(await EditorsAsync(CheckDigits.Practitioner(7_001)), Is.Empty);
    }

    [Test]
    public async Task Declare_Vendors_AreListedAndCleared()
    {
        var owner = CheckDigits.Practitioner(7_002);

        Assert.That((await _sut.DeclareAsync(owner, PushHub.Pushes, PushHub.Off)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await EditorsAsync(owner), Is.EquivalentTo(new[] { PushHub.Pushes, PushHub.Off }));
        Assert.That((await _sut.DeclareAsync(owner)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await EditorsAsync(owner), Is.Empty);
    }

    [Test]
    public async Task Declare_Vendors_LeavesTheRestOfTheDeclaration()
    {
        var owner = CheckDigits.Practitioner(7_003);
        await _sut.SetAsync(owner, """{"refusesSlots":false,"reorientationPackage":true,"unavailabilities":[{"place":"cabinet-1"}]}""");

        await _sut.DeclareAsync(owner, PushHub.Polled);

        Assert.That(
            (await _sut.GetAsync(PlatformCalls.Of(owner))).Json.GetRawText(),
            Is.EqualTo("""{"refusesSlots":false,"reorientationPackage":true,"declaredVendors":["clickdoc"],"unavailabilities":[{"place":"cabinet-1","from":null,"to":null}]}"""));
    }

    [Test]
    public async Task Declare_NothingOfANewPractitioner_KeepsNothing()
    {
        var owner = CheckDigits.Practitioner(7_004);

        Assert.That((await _sut.DeclareAsync(owner)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await _sut.GetAsync(PlatformCalls.Of(owner))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Declare_UnknownVendor_IsNamedAndNothingIsApplied()
    {
        var owner = CheckDigits.Practitioner(7_005);
        await _sut.DeclareAsync(owner, PushHub.Polled);

        var answer = await _sut.DeclareAsync(owner, PushHub.Pushes, "nobody");

        Assert.That((answer.Status, PlatformCalls.Error(answer)), Is.EqualTo((HttpStatusCode.BadRequest, ("invalid", "$.editorIds[1]"))));
        Assert.That(answer.Json.At("error")?.Text("message"), Does.Contain("nobody"));
        Assert.That(await EditorsAsync(owner), Is.EqualTo(new[] { PushHub.Polled }));
    }

    [TestCase("{}", "$.editorIds")]
    [TestCase("""{"editorIds":null,"x":1}""", "$.x")]
    [TestCase("""{"editorIds":"clickdoc"}""", "$.editorIds")]
    [TestCase("""{"editorIds":[1]}""", "$.editorIds[0]")]
    [TestCase("""{"editorIds":[""]}""", "$.editorIds[0]")]
    [TestCase("""["clickdoc"]""", "$")]
    public async Task Declare_AnotherBody_IsRefusedByPath(string body, string path)
    {
        var answer = await _sut.PutAsync($"v1/practitioner-editors/{CheckDigits.Practitioner(7_006)}/bulk", body);

        Assert.That((answer.Status, PlatformCalls.Error(answer)), Is.EqualTo((HttpStatusCode.BadRequest, ("invalid", path))));
    }

    [TestCase("330000000000001")]
    [TestCase("nobody")]
    public async Task Declare_NoPractitioner_IsRefused(string owner)
    {
        var answer = await _sut.DeclareAsync(owner, PushHub.Polled);

        Assert.That((answer.Status, PlatformCalls.Error(answer)), Is.EqualTo((HttpStatusCode.BadRequest, ("invalid", "url.nationalId"))));
    }

    [TestCase("GET", "v1/practitioners/national-id/nobody", HttpStatusCode.BadRequest, "invalid")]
    [TestCase("GET", "v1/nothing", HttpStatusCode.NotFound, "not-found")]
    [TestCase("GET", "v1", HttpStatusCode.NotFound, "not-found")]
    [TestCase("POST", "v1/editors", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    [TestCase("PATCH", "v1/practitioners/810000000001/preferences", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    public async Task AnyCall_Failing_HasTheDocumentedBody(string method, string path, HttpStatusCode status, string code)
    {
        var answer = await _sut.SendAsync(new HttpMethod(method), path, null);

        Assert.That((answer.Status, PlatformCalls.Error(answer).Code), Is.EqualTo((status, code)));
    }

    private async Task<IEnumerable<string?>> EditorsAsync(string owner)
    {
        var answer = await _sut.GetAsync($"v1/practitioners/national-id/{owner}");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        return answer.Json.EnumerateArray().Select(static link => link.At("editor")?.Text("id"));
    }
}
