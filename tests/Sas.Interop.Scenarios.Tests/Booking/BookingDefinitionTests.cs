using System.Text.Json.Nodes;

using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Scenarios.Tests.Contract;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Booking;

/// <summary>The operations are defined where the platform looks for them, and metadata names the definitions.</summary>
internal sealed class BookingDefinitionTests
{
    private static readonly string[] OfAgenda5 = ["810990001520", "810990001546", "810990001553", "810990001561"];

    [TestCase("hold", new[] { "slot", "practitioner", "place", "regulator", "territory" })]
    [TestCase("book", new[] { "slot", "practitioner", "place", "orientation", "regulator", "territory" })]
    public async Task Definition_OfAnOperation_IsServedAndNamed(string operation, string[] inputs)
    {
        var hub = await HubFixture.HubAsync();
        var definition = (await hub.GetAsync($"OperationDefinition/Appointment-{operation}")).Json;
        var found = await hub.GetAsync($"OperationDefinition?url={definition.Text("url")}");
        var appointment = (await hub.GetAsync("metadata")).Json.Items("rest").Single().Items("resource").Single(static resource => resource.Text("type") == "Appointment");

        Assert.That((definition.Text("resourceType"), definition.Text("code")), Is.EqualTo(("OperationDefinition", operation)));
        Assert.That(definition.Items("parameter").Where(static parameter => parameter.Text("use") == "in").Select(static parameter => parameter.Text("name")), Is.EquivalentTo(inputs));
        Assert.That(found.Resources.Select(static resource => resource.Text("id")), Is.EqualTo(new[] { $"Appointment-{operation}" }));
        Assert.That(appointment.Items("operation").Where(named => named.Text("name") == operation).Select(static named => named.Text("definition")), Is.EqualTo(new[] { definition.Text("url") }));
    }

    [Test]
    public async Task Definition_Outputs_AreThoseOfTheAnswers()
    {
        var hub = await HubFixture.HubAsync();
        var named = (await hub.GetAsync("OperationDefinition/Appointment-book")).Json.Items("parameter")
            .Where(static parameter => parameter.Text("use") == "out").Select(static parameter => parameter.Text("name")).ToList();
        await using var booking = await BookingHub.StartAsync();
        foreach (var owner in new[] { BookingHub.Ann, BookingHub.Bob, BookingHub.Cyd })
        {
            var answer = await booking.BookAsync((await booking.SlotsAsync(owner))[0]);
            Assert.That(answer.Json.Items("parameter").Select(static parameter => parameter.Text("name")), Is.SubsetOf(named));
            Assert.That(FhirJson.Read<Contracts.Fhir.Parameters>(answer.Body, FhirReadOptions.Default).Issues, Is.Empty);
        }
    }

    [Test]
    public async Task Sandbox_FirstVendorThatBooks_BooksASlot()
    {
        await using var hub = await RunningHub.StartAsync(new HubSettings());
        using var account = await hub.Client.PostAsync("Practitioner", new StringContent(BookingHub.Account(BookingHub.Regulator).ToJsonString(), new System.Net.Http.Headers.MediaTypeHeaderValue("application/fhir+json")));
        var slots = (await hub.GetAsync(SlotSearchUrl.Of(hub.Now, hub.Now.AddDays(3), OfAgenda5))).OfType("Slot");
        var slot = slots.First(static slot => slot.Text("comment")?.Contains("/ps-154?agenda=154-1", StringComparison.Ordinal) == true);
        var body = new JsonObject { ["resourceType"] = "Parameters", ["parameter"] = new JsonArray([.. BookingHub.OfSlot($"Slot/{slot.Text("id")}")]) };
        var answer = await hub.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri("Appointment/$book", UriKind.Relative))
        {
            Content = new StringContent(body.ToJsonString(), new System.Net.Http.Headers.MediaTypeHeaderValue("application/fhir+json")),
        });

        Assert.That((int)account.StatusCode, Is.EqualTo(201));
        Assert.That(BookingHub.Output(answer, "outcome"), Is.EqualTo("booked"), answer.Json.GetRawText());
        Assert.That(BookingHub.Output(answer, "appointment"), Does.StartWith("appointment-hold-"));
    }
}
