using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Regulators;

/// <summary><c>PUT /v1/regulators</c> and <c>/login</c>, as the platform's back end calls them (PLATFORM §6).</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class PlatformCallTests
{
    [Test]
    public async Task Put_NewThenNationalThenWithdrawn_IsOneAccount()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var (uuid, national) = (Guid.NewGuid().ToString(), AccountBody.NewNational());
        var created = await PutAsync(hub, Body(uuid, "", true));
        var again = await PutAsync(hub, Body(uuid, "", true));
        var moved = await PutAsync(hub, Body(uuid, national, true));
        var gone = await PutAsync(hub, Body(uuid, national, false));

        Assert.That(new[] { created, again, moved, gone }.Select(static answer => answer.Json.Text("result")), Is.EqualTo(new[] { "created", "unchanged", "changed", "changed" }));
        Assert.That(new[] { again, moved, gone }.Select(static answer => answer.Json.Text("id")), Is.All.EqualTo(created.Json.Text("id")));
        var read = await hub.Hub.GetAsync($"Practitioner/{created.Json.Text("id")}");
        Assert.That(read.Json.Items("identifier").Select(static identifier => identifier.Text("value")), Is.EqualTo(new[] { national, uuid }));
        Assert.That(read.Json.At("active")?.GetBoolean(), Is.False);
    }

    [Test]
    public async Task Put_RetriedWithoutWhatWasThere_KeepsIt()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var (uuid, national) = (Guid.NewGuid().ToString(), AccountBody.NewNational());
        var created = await PutAsync(hub, Body(uuid, national, true));
        var retried = await PutAsync(hub, $$"""{"uuid":"{{uuid}}","lastName":null,"firstName":null,"email":null,"habilitation":false,"emailBeforeUpdate":null}""");

        Assert.That((retried.Json.Text("result"), retried.Json.Text("id")), Is.EqualTo(("changed", created.Json.Text("id"))));
        var read = await hub.Hub.GetAsync($"Practitioner/{created.Json.Text("id")}");
        Assert.That((read.Json.Identifier(), read.Json.Items("name").First().Text("family")), Is.EqualTo((national, "Exemple")));
    }

    [TestCase("""{"uuid":null,"lastName":null,"firstName":null,"email":null,"nationalId":null,"habilitation":true,"emailBeforeUpdate":null}""")]
    [TestCase("""{"uuid":"","habilitation":true}""")]
    [TestCase("""{"uuid":"6f9619ff-8b86-4011-b42d-00cf4fc964ff","habilitation":true}""")]
    public async Task Put_SaysTooLittle_IsTakenAndIgnored(string body)
    {
        var hub = await RegulatorsFixture.HubAsync();
        foreach (var path in new[] { "v1/regulators", "v1/regulators/login" })
        {
            var answer = await hub.SendAsync(HttpMethod.Put, path, body);

            Assert.That(((int)answer.Status, answer.Json.Text("result")), Is.EqualTo((200, "ignored")));
        }
    }

    [TestCase("""{"uuid":"a b"}""", "$.uuid")]
    [TestCase("""{"uuid":"x","email":"nobody"}""", "$.email")]
    [TestCase("""{"uuid":"x","lastName":7}""", "$.lastName")]
    [TestCase("""{"uuid":"x","habilitation":"yes"}""", "$.habilitation")]
    public async Task Put_ValueCannotBe_IsRefusedWithItsPlace(string body, string path)
    {
        var hub = await RegulatorsFixture.HubAsync();
        var answer = await PutAsync(hub, body);

        Assert.That(((int)answer.Status, answer.Json.At("error")?.Text("code"), answer.Json.At("error")?.Text("path")), Is.EqualTo((400, "invalid", path)));
    }

    [Test]
    public async Task Put_NumberOfAnInsuredPerson_IsRefusedAsAPatient()
    {
        var answer = await PutAsync(await RegulatorsFixture.HubAsync(), $$"""{"uuid":"x","nationalId":"{{PlantedPerson.Number}}"}""");

        Assert.That(((int)answer.Status, answer.Json.At("error")?.Text("code")), Is.EqualTo((422, "patient-data")));
    }

    [Test]
    public async Task Put_NationalIdentifierOfAnother_IsAConflict()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var national = AccountBody.NewNational();
        var other = Guid.NewGuid().ToString();
        await PutAsync(hub, Body(Guid.NewGuid().ToString(), national, true));
        await PutAsync(hub, Body(other, "", true));
        var refused = await PutAsync(hub, Body(other, national, true));

        Assert.That(((int)refused.Status, refused.Json.At("error")?.Text("code")), Is.EqualTo((409, "conflict")));
    }

    [Test]
    public async Task Login_WhatAVendorRefused_IsTriedAgain()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var uuid = $"sandbox-refused-{Guid.NewGuid():N}";
        var id = (await PutAsync(hub, Body(uuid, "", true))).Json.Text("id") ?? string.Empty;
        var first = await AttemptedAsync(hub, id, null);
        var login = await hub.SendAsync(HttpMethod.Put, "v1/regulators/login", Body(uuid, "", true));

        Assert.That((login.Json.Text("result"), login.Json.Text("id")), Is.EqualTo(("unchanged", id)));
        Assert.That(await AttemptedAsync(hub, id, first), Is.Not.EqualTo(first));
    }

    private static async Task<string?> AttemptedAsync(RegulatorHub hub, string id, string? other)
    {
        string? attempted = null;
        await TestKit.RealProcess.Eventually.TrueAsync(
            async () =>
            {
                var delivery = (await hub.DeliveriesAsync(id))[RegulatorHub.First];
                attempted = delivery.Text("attemptedAt");
                return delivery.Text("state") == "refused" && attempted is not null && attempted != other;
            },
            "a refused attempt");
        return attempted;
    }

    private static Task<Answer> PutAsync(RegulatorHub hub, string body) => hub.SendAsync(HttpMethod.Put, "v1/regulators", body);

    private static string Body(string uuid, string national, bool active) =>
        $$"""{"uuid":"{{uuid}}","lastName":"Exemple","firstName":"Anne","email":"{{uuid}}@regulation.example","nationalId":"{{national}}","habilitation":{{(active ? "true" : "false")}},"emailBeforeUpdate":null,"sasTerritories":["Invented"]}""";
}
