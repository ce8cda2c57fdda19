using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.RealProcess;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Outbox;

/// <summary>Settings of hubs that tell a receiver, and appointments for them to tell of.</summary>
internal static class OutboxHub
{
    public const string Vendor = "pusher";
    public const string Secret = PlantedSecrets.WebhookSecretValue;

    /// <summary>An appointment with <c>VALUE</c>, <c>STATUS</c>, <c>START</c> and <c>END</c> to be filled in.</summary>
    public const string Body = """
        {"resourceType":"Appointment","meta":{"profile":["http://sas.fr/fhir/StructureDefinition/FrAppointmentSAS"]},
         "extension":[{"url":"http://interopsante.org/fhir/StructureDefinition/FrAppointmentOperator","valueReference":{"identifier":{"type":{"coding":[{"system":"http://interopsante.org/fhir/CodeSystem/fr-v2-0203","code":"IDNPS"}]},"system":"urn:oid:1.2.250.1.71.4.2.1","value":"3990000581/99000343"}}}],
         "identifier":[{"system":"urn:oid:1.1.111.1.11.1.1.1","value":"VALUE"}],"status":"STATUS","start":"START","end":"END",
         "participant":[{"actor":{"identifier":{"type":{"coding":[{"system":"http://interopsante.org/fhir/CodeSystem/fr-v2-0203","code":"IDNPS"}]},"system":"urn:oid:1.2.250.1.71.4.2.1","value":"810990000019"}},"status":"accepted"}]}
        """;

    public const string Variable = "SECRET_OF_OUTBOX_SCENARIOS";

    public static IReadOnlyList<string> Webhook(Receiver receiver, string name = "board", params string[] more) =>
        Destination(name, "webhook", new Uri(receiver.Root, "hook?tenant=1"), ["Secret=env:" + Variable, .. more]);

    public static IReadOnlyList<string> Platform(Receiver receiver, string name = "sas", params string[] more) =>
        Destination(name, "platform", new Uri(receiver.Root, "fhir"), more);

    /// <summary>A hub in this process.</summary>
    public static async Task<RunningHub> StartAsync(Workspace files, IEnumerable<string> settings)
    {
        Environment.SetEnvironmentVariable(Variable, Secret);
        await WriteAsync(files);
        return await RunningHub.StartAsync(new HubSettings { AdaptersFile = files.AdaptersFile, Others = [$"Hub:DirectoryFile={files.DirectoryFile}", .. Numbered(settings)] });
    }

    /// <summary>Files with one vendor, which pushes.</summary>
    public static async Task WriteAsync(Workspace files)
    {
        var vendor = ConfigFiles.Vendor(Vendor, "sas-fhir", new Uri("http://127.0.0.1:1/"));
        vendor["capabilities"] = new JsonArray("push");
        await File.WriteAllTextAsync(files.AdaptersFile, ConfigFiles.Adapters(vendor));
        await File.WriteAllTextAsync(files.DirectoryFile, ConfigFiles.Directory());
    }

    /// <summary>Destinations are numbered in the order in which they are given.</summary>
    public static IEnumerable<string> Numbered(IEnumerable<string> settings)
    {
        var place = -1;
        foreach (var setting in settings)
        {
            place += setting.StartsWith("Name=", StringComparison.Ordinal) ? 1 : 0;
            yield return setting.StartsWith("Hub:", StringComparison.Ordinal) ? setting : $"Hub:Outbox:Destinations:{place}:{setting}";
        }
    }

    /// <summary>Writes an appointment, as its vendor does.</summary>
    public static async Task<int> PutAsync(HttpClient http, Uri root, string value, int minute, string status = "booked")
    {
        var start = new DateTimeOffset(2030, 3, 4, 9, 0, 0, TimeSpan.FromHours(1)).AddMinutes(minute);
        var body = Body.Replace("VALUE", value, StringComparison.Ordinal).Replace("STATUS", status, StringComparison.Ordinal)
            .Replace("START", Text(start), StringComparison.Ordinal).Replace("END", Text(start.AddMinutes(15)), StringComparison.Ordinal);
        using var content = new StringContent(body, Encoding.UTF8, "application/fhir+json");
        using var answer = await http.PutAsync(new Uri(root, $"/fhir/Appointment?identifier=urn:oid:1.1.111.1.11.1.1.1%7C{value}"), content);
        return (int)answer.StatusCode;
    }

    private static string[] Destination(string name, string kind, Uri url, string[] more) =>
        [$"Name={name}", $"Kind={kind}", $"Url={url}", "Kinds:0=appointment", "Timeout=00:00:01", "BackOffFrom=00:00:00.1000000", "BackOffTo=00:00:01", .. more];

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
}
