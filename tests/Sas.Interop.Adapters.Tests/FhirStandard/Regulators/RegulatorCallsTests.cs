using System.Net;

using Sas.Interop.Adapters.Replay;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Definitions;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Contracts.Fhir.Validation;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.FhirStandard.Regulators;

/// <summary>INT_R02 towards a vendor that follows the contract (CONTRACT §4.1, §4.2).</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class RegulatorCallsTests
{
    private static readonly RegulatorAccount Account = new(IdentifierSystems.NationalPractitioner, "3456780581/11242343", "Exemple", "Anne", "anne@regulation.example", true)
    {
        Others = [new RegulatorKey(IdentifierSystems.SasPlatform, "8a3f0c1e-0000-4000-8000-000000000001")],
    };

    [Test]
    public async Task CreateAsync_Account_IsPostedWholeByTheProfile()
    {
        var handler = new ScriptedHttpHandler().Answer("/Practitioner", static () => new HttpResponseMessage(HttpStatusCode.Created));
        var outcome = await CreateAsync(handler);

        Assert.That(outcome.Value, Is.True);
        var request = handler.Requests.Single();
        Assert.That((request.Method, request.Url), Is.EqualTo(("POST", "https://vendor.example/fhir/Practitioner")));
        var body = System.Text.Encoding.UTF8.GetBytes(request.Body ?? string.Empty);
        var verdict = new FhirValidator(PublishedDefinitions.Load()).Validate(body, new ValidationRequest { Profiles = [ProfileUrls.PractitionerRegulator] });
        Assert.That(verdict.Issues.Where(static issue => issue.IsError), Is.Empty);
        var sent = FhirJson.Read<Practitioner>(body, FhirReadOptions.Default).Resource;
        Assert.That(sent?.Identifier?.Select(static identifier => (identifier.Type?.Coding?[0].Code, identifier.Value)), Is.EqualTo(new[] { ("IDNPS", Account.Value), ("INTRN", Account.Others[0].Value) }));
        Assert.That((sent?.Id, sent?.Active, sent?.Meta?.Source, sent?.Telecom?[0].Value), Is.EqualTo(((string?)null, true, IdentifierSystems.SasPlatform, Account.Email)));
    }

    [Test]
    public async Task UpdateAsync_Criterion_IsEncodedWhole()
    {
        var handler = new ScriptedHttpHandler().Answer("/Practitioner", static () => new HttpResponseMessage(HttpStatusCode.OK));
        var outcome = await UpdateAsync(handler, "3456780581/1+é&|,x", Account with { Active = false });

        Assert.That(outcome.Value, Is.True);
        var request = handler.Requests.Single();
        Assert.That(
            (request.Method, request.Url),
            Is.EqualTo(("PUT", "https://vendor.example/fhir/Practitioner?identifier=urn%3Aoid%3A1.2.250.1.71.4.2.1%7C3456780581%2F1%2B%C3%A9%26%5C%7C%5C%2Cx")));
        Assert.That(request.Body, Does.Contain("\"active\":false").And.Contain(Account.Value));
    }

    [TestCase(201, true)]
    [TestCase(200, true)]
    [TestCase(204, true)]
    [TestCase(409, false)]
    public async Task CreateAsync_Status_IsTheAnswer(int status, bool made) => Assert.That((await CreateAsync(Answering(status))).Value, Is.EqualTo(made));

    [TestCase(201, true)]
    [TestCase(200, true)]
    [TestCase(404, false)]
    [TestCase(410, false)]
    public async Task UpdateAsync_Status_IsTheAnswer(int status, bool there) => Assert.That((await UpdateAsync(Answering(status), "x", Account)).Value, Is.EqualTo(there));

    [TestCase(400, HubErrorCode.VendorRejectedRequest)]
    [TestCase(409, HubErrorCode.VendorRejectedRequest)]
    [TestCase(422, HubErrorCode.VendorRejectedRequest)]
    [TestCase(401, HubErrorCode.VendorBlocked)]
    [TestCase(429, HubErrorCode.VendorThrottled)]
    [TestCase(500, HubErrorCode.VendorFailed)]
    public async Task UpdateAsync_OtherStatus_IsAnError(int status, HubErrorCode code) => Assert.That((await UpdateAsync(Answering(status), "x", Account)).Error?.Code, Is.EqualTo(code));

    [Test]
    public async Task CreateAsync_PageOfMarkup_IsNoAccount() =>
        Assert.That((await CreateAsync(new ScriptedHttpHandler().Answer("/", static () => new HttpResponseMessage { Content = new StringContent(" <!DOCTYPE html><html></html>") }))).Error?.Code, Is.EqualTo(HubErrorCode.VendorBlocked));

    [Test]
    public async Task UpdateAsync_SameTwice_IsSentTwiceWithoutACondition()
    {
        var handler = new ScriptedHttpHandler().Answer("/Practitioner", static () => new HttpResponseMessage { Headers = { ETag = new("\"1\"", true) }, Content = new StringContent("{}") });
        await using var adapter = FhirPulls.Adapter(handler);
        for (var time = 0; time < 2; time++)
        {
            await ((IRegulatorDirectory)adapter).UpdateAsync(Account.System, "x", Account, CancellationToken.None);
        }

        Assert.That(handler.Requests, Has.Count.EqualTo(2));
        Assert.That(handler.Requests.Select(static request => request.Headers.ContainsKey("If-None-Match")), Is.All.False);
    }

    [TestCase("sandbox-1", true, null)]
    [TestCase("sandbox-known-1", false, null)]
    [TestCase("sandbox-refused-1", null, HubErrorCode.VendorRejectedRequest)]
    public async Task CreateAsync_Sandbox_PlaysEachOutcome(string value, bool? made, HubErrorCode? code)
    {
        var time = new ManualTimeProvider(FhirSamples.Now);
        var load = ReplayPlayer.Load([RepositoryFiles.PathTo("src", "Sas.Interop.Adapters", "FhirStandard", "Mocks")], time, static () => 0.5);
        Assert.That(load.Faults, Is.Empty);
        var player = load.Player ?? throw new AssertionException("No player.");
        using var handler = new ReplayMessageHandler(new Dictionary<string, ReplayPlayer> { ["vendor.example"] = player }, time);
        using var moved = new Below(handler, "/maincare");
        var created = await CreateAsync(moved, Account with { Value = value });
        var updated = await UpdateAsync(moved, value, Account with { Value = value });

        Assert.That((created.Error is null ? created.Value : (bool?)null, created.Error?.Code), Is.EqualTo((made, code)));
        Assert.That(updated.Error?.Code, Is.EqualTo(code));
    }

    private static ScriptedHttpHandler Answering(int status) => new ScriptedHttpHandler().Answer("/", () => new HttpResponseMessage((HttpStatusCode)status));

    private static async Task<Outcome<bool>> CreateAsync(HttpMessageHandler handler, RegulatorAccount? account = null)
    {
        await using var adapter = FhirPulls.Adapter(handler);
        return await ((IRegulatorDirectory)adapter).CreateAsync(account ?? Account, CancellationToken.None);
    }

    private static async Task<Outcome<bool>> UpdateAsync(HttpMessageHandler handler, string value, RegulatorAccount account)
    {
        await using var adapter = FhirPulls.Adapter(handler);
        return await ((IRegulatorDirectory)adapter).UpdateAsync(IdentifierSystems.NationalPractitioner, value, account, CancellationToken.None);
    }

    /// <summary>Puts a folder before every path, as a mocked vendor's base address has it.</summary>
    private sealed class Below(HttpMessageHandler inner, string folder) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri($"https://vendor.example{folder}{request.RequestUri?.PathAndQuery}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
