using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Contract;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Push;
using Sas.Interop.Scenarios.Tests.RealProcess;

namespace Sas.Interop.Scenarios.Tests.Appointments;

/// <summary>A real process that is killed as soon as it has acknowledged: the appointment is there after the start, and so is what it keeps out of the searches.</summary>
[Parallelizable]
internal sealed class KilledAppointmentTests
{
    private const int Appointments = 5;

    [Test]
    public async Task Kill_AfterTheAnswer_LosesNeitherAppointmentNorSlot()
    {
        using var files = new Workspace();
        var vendor = ConfigFiles.Vendor("agenda", "sas-fhir", new Uri("https://agenda.example/"));
        vendor["capabilities"] = new JsonArray("push");
        await File.WriteAllTextAsync(files.AdaptersFile, ConfigFiles.Adapters(vendor));
        await File.WriteAllTextAsync(files.DirectoryFile, ConfigFiles.Directory());
        var agenda = new PushedAgenda(CheckDigits.Practitioner(8_900));
        var starts = Enumerable.Range(0, Appointments + 1).Select(static hour => DateTimeOffset.UnixEpoch.AddDays(Days() + 2).AddHours(8 + hour)).ToList();
        var told = starts.Take(Appointments).Select(start => Booked(agenda.National, start)).ToList();
        await using (var hub = HubProcess.Start(files.Start()))
        {
            using var http = new HttpClient { BaseAddress = await hub.AddressAsync() };
            foreach (var appointment in told)
            {
                Assert.That(await SendAsync(http, HttpMethod.Put, "fhir/Appointment?" + AppointmentCalls.CriterionOf(appointment), Encoding.UTF8.GetBytes(appointment.ToJsonString())), Is.EqualTo(201));
            }

            hub.Kill();
        }

        await using var next = HubProcess.Start(files.Start());
        using var client = new HttpClient { BaseAddress = await next.AddressAsync() };
        foreach (var appointment in told)
        {
            var found = JsonElement.Parse(await client.GetStringAsync(new Uri("fhir/Appointment?" + AppointmentCalls.CriterionOf(appointment), UriKind.Relative)));
            Assert.That(found.Items("entry").Single().GetProperty("resource").At("meta")?.Text("versionId"), Is.EqualTo("1"));
        }

        await SendAsync(client, HttpMethod.Post, "fhir", FhirJson.ToUtf8(PushHub.BundleOf(agenda.With(starts), "collection")));
        var shown = JsonElement.Parse(await client.GetStringAsync(new Uri("fhir/" + SlotSearchUrl.Of(starts[0].AddDays(-1), starts[0].AddDays(1), agenda.National), UriKind.Relative)));
        Assert.That(
            shown.Items("entry").Select(static entry => entry.GetProperty("resource")).Where(static resource => resource.Text("resourceType") == "Slot").Select(static slot => slot.GetProperty("start").GetDateTimeOffset()),
            Is.EqualTo(new[] { starts[^1] }));
    }

    private static double Days() => Math.Floor((TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalDays);

    private static JsonObject Booked(string practitioner, DateTimeOffset start)
    {
        var told = AppointmentCalls.New();
        told["participant"]![0]!["actor"]!["identifier"]!["value"] = practitioner; // The sample has one.
        (told["start"], told["end"]) = (Text(start), Text(start.AddMinutes(20)));
        return told;
    }

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static async Task<int> SendAsync(HttpClient http, HttpMethod method, string path, byte[] body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
        request.Headers.Add("X-Sas-Vendor", "agenda");
        using var answer = await http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
