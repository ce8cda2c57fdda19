using System.Text.Json;

using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Regulators;

/// <summary>What <c>metadata</c> says of writing Practitioners, line by line against the hub.</summary>
internal sealed class AccountMetadataTests
{
    [Test]
    public async Task Metadata_WritesOfPractitioners_AllWork()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var declared = (await hub.Hub.GetAsync("metadata")).Json.Items("rest").Single().Items("resource").Single(static resource => resource.Text("type") == "Practitioner");
        Assert.That(declared.Items("interaction").Select(static interaction => interaction.Text("code")), Is.SupersetOf(new[] { "read", "create", "update" }));
        Assert.That(new[] { "updateCreate", "conditionalCreate", "conditionalUpdate" }.Select(name => declared.At(name)?.ValueKind), Is.All.EqualTo(JsonValueKind.True));
        Assert.That((declared.Text("versioning"), declared.Text("conditionalRead")), Is.EqualTo(("versioned", "not-match")));

        var body = AccountBody.New();
        var created = await hub.PostAsync(body.Text());
        var condition = ("If-None-Exist", $"identifier={AccountBody.Technical}|{body.Value}");
        var read = await hub.Hub.GetAsync($"Practitioner/{created.Json.Text("id")}");
        var updateCreate = AccountBody.New();

        Assert.That((int)created.Status, Is.EqualTo(201), "create");
        Assert.That((int)(await hub.PostAsync(body.Text(), condition)).Status, Is.EqualTo(200), "conditionalCreate");
        Assert.That((int)(await hub.PutAsync(AccountBody.Technical, body.Value, (body with { Given = "Béa" }).Text())).Status, Is.EqualTo(200), "update, conditionalUpdate");
        Assert.That((int)(await hub.PutAsync(AccountBody.Technical, updateCreate.Value, updateCreate.Text())).Status, Is.EqualTo(201), "updateCreate");
        Assert.That(read.Json.At("meta")?.Text("versionId"), Is.EqualTo("1"), "versioned");
        Assert.That(
            declared.Items("supportedProfile").Select(static profile => profile.GetString()),
            Has.Member(read.Json.At("meta")?.Items("profile").Single().GetString()).And.Member(ProfileUrls.Practitioner));
    }
}
