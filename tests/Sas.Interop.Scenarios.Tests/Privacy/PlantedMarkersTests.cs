using System.Net;
using System.Text;

using Microsoft.AspNetCore.Routing;

using Sas.Interop.Scenarios.Tests.Outbox;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Privacy;

/// <summary>A person is planted in every place of every way in; afterwards nothing that the hub has written knows of that person.</summary>
internal sealed class PlantedMarkersTests
{
    private static readonly TraceScan Persons = new(PlantedPerson.Marks);
    private static readonly TraceScan Listening = new(["Now listening on"]);
    private static readonly string[] Reading = ["GET", "HEAD"];

    [Test]
    public async Task Routes_ThatTakeABody_AreAllListed()
    {
        using var files = new Workspace();
        await using var hub = await OutboxHub.StartAsync(files, []);
        var mapped = from endpoint in hub.Resolve<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                     from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
                     where !Reading.Contains(method)
                     select $"{method} /{endpoint.RoutePattern.RawText?.Trim('/')}";

        Assert.That(mapped.Distinct(), Is.EquivalentTo(WriteSurface.All.Select(static surface => $"{surface.Method} {surface.Route}")));
    }

    [Test]
    public async Task Send_PersonsEverywhere_LeavesNoTrace()
    {
        await using var receiver = await Receiver.StartAsync();
        using var files = new Workspace();
        await OutboxHub.WriteAsync(files);
        var start = files.Start(
        [
            .. OutboxHub.Numbered(OutboxHub.Webhook(receiver)).Select(static setting => "--" + setting),
            "--Hub:Log:FilesKept=3",
            "--Serilog:MinimumLevel:Default=Verbose",
            "--Serilog:MinimumLevel:Override:Microsoft.AspNetCore=Verbose",
            "--Serilog:MinimumLevel:Override:System.Net.Http=Verbose",
        ]) with
        { Variables = new Dictionary<string, string> { [OutboxHub.Variable] = OutboxHub.Secret } };
        await using (var hub = HubProcess.Start(start))
        {
            using var http = new HttpClient { BaseAddress = await hub.AddressAsync() };
            var answers = new List<(HttpStatusCode Status, string Body)>();
            foreach (var surface in WriteSurface.All)
            {
                await PlantAsync(http, surface, answers);
            }

            foreach (var surface in WriteSurface.All.Where(static surface => surface.Method != "DELETE"))
            {
                await SendAsync(http, surface, surface.Body, string.Empty);
            }

            await Eventually.TrueAsync(() => !receiver.Deliveries.IsEmpty, "the delivery of the appointment that is none of a planted person");
            Assert.That(answers.Select(static answer => answer.Status), Is.All.Not.EqualTo(HttpStatusCode.InternalServerError));
            Assert.That(answers.Where(static answer => answer.Body.Contains(PlantedPerson.Number, StringComparison.Ordinal)), Is.Empty, "Not even the caller is told the number again.");
            await hub.TerminateAsync();
            Assert.That(await hub.ExitAsync(Eventually.Patience), Is.Zero);
            Assert.That(Persons.InText(hub.Output.Text + hub.Errors.Text), Is.Empty);
            Assert.That(Listening.InText(hub.Output.Text), Is.Not.Empty);
        }

        Assert.That(Persons.InFolder(files.Root), Is.Empty);
        Assert.That(receiver.Deliveries.SelectMany(static delivery => Persons.InText(delivery.Text + string.Join(' ', delivery.Headers.Values))), Is.Empty);

        // The scan finds what is there: what may be kept is in the database and was delivered, and the log is written to.
        Assert.That(new TraceScan([ControlMark.Value]).InFolder(files.Root), Is.Not.Empty);
        Assert.That(Listening.InFolder(files.PathOf("data/logs")), Is.Not.Empty);
        Assert.That(receiver.Deliveries.Select(static delivery => delivery.Text), Has.Some.Contains(ControlMark.Value));
    }

    private static async Task PlantAsync(HttpClient http, WriteSurface surface, List<(HttpStatusCode Status, string Body)> answers)
    {
        var separator = surface.Address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var query in new[] { $"subject=Patient/{PlantedPerson.Word}", $"identifier=urn:oid:1.2.250.1.213.1.4.8%7C{PlantedPerson.Word}", $"a={PlantedPerson.Number}", "a=1+99+51+99+001+001+01" })
        {
            answers.Add(await SendAsync(http, surface, surface.Body, separator + query));
        }

        foreach (var body in surface.Type is null ? [] : surface.Body[0] == '{' ? Planted.In(surface.Body) : [$"{surface.Body}&a={PlantedPerson.Word}", $"identifier={PlantedPerson.Number}"])
        {
            answers.Add(await SendAsync(http, surface, body, string.Empty));
        }
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpClient http, WriteSurface surface, string body, string query)
    {
        using var request = new HttpRequestMessage(new HttpMethod(surface.Method), new Uri(surface.Address + query, UriKind.Relative));
        if (query.Length == 0 && body != surface.Body)
        {
            request.Headers.Add("X-Patient", PlantedPerson.Word);
        }

        if (surface.Type is { } type)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue(type);
            if (surface.Route == "/fhir")
            {
                request.Headers.Add("X-Sas-Vendor", OutboxHub.Vendor);
            }
        }

        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
