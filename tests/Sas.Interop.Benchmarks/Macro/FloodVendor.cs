using System.Net.Sockets;
using System.Text;
using System.Text.Json;

using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.NationalLoad;
using Sas.Interop.NationalLoad.Driving;

namespace Sas.Interop.Benchmarks.Macro;

/// <summary>
/// A vendor that sends as fast as it can on every route it may use, and on one that it may not, and never waits as it is told to. It is a process of its own, which gets the processor when nobody else wants it: a real one floods from
/// another machine, so that its work must not be counted as the hub's.
/// </summary>
internal sealed class FloodVendor
{
    public const string Id = "flood";

    /// <summary>Connections that send on each route at once.</summary>
    public const int ConnectionsEach = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Uri _hub;
    private readonly IReadOnlyList<(string Name, byte[] Request)> _routes;
    private readonly Dictionary<(string Route, int Status), long> _answers = [];
    private readonly Lock _lock = new();
    private readonly List<Thread> _threads = [];
    private volatile bool _ends;

    /// <param name="hub">Root of the hub.</param>
    /// <param name="bundle">A Bundle that may be pushed.</param>
    public FloodVendor(Uri hub, byte[] bundle)
    {
        _hub = hub;
        var small = Encoding.UTF8.GetBytes("""{"resourceType":"Bundle","type":"collection","entry":[]}""");
        var slot = Encoding.UTF8.GetBytes("""{"resourceType":"Slot","status":"free"}""");
        _routes =
        [
            ("push", Request("POST /fhir", bundle)),
            ("push in chunks", Chunked("POST /fhir", bundle)),
            ("push of nothing", Request("POST /fhir", small)),
            ("$validate of a Bundle", Request("POST /fhir/Bundle/$validate", bundle)),
            ("$validate of a Slot", Request("POST /fhir/Slot/$validate", slot)),
            ("POST Appointment", Request("POST /fhir/Appointment", Appointment)),
            ("PUT Appointment", Request($"PUT /fhir/Appointment?identifier={Uri.EscapeDataString("https://flood.example/rdv|1")}", Appointment)),
            ("GET Appointment", Request("GET /fhir/Appointment?_count=100", [])),
            ("GET metadata", Request("GET /fhir/metadata", [])),
            ("GET StructureDefinition", Request("GET /fhir/StructureDefinition", [])),
            ("GET /v1/orientations", Request("GET /v1/orientations", [])),
            ("GET /admin/vendors/flood", Request("GET /admin/vendors/" + Id, [])),
            ("GET Slot, which it may not", Request("GET /fhir/Slot?status=free", [])),
        ];
    }

    private static byte[] Appointment { get; } = Encoding.UTF8.GetBytes($$$$"""
        {"resourceType":"Appointment","meta":{"profile":["{{{{ProfileUrls.Appointment}}}}"]},
         "extension":[{"url":"{{{{ExtensionUrls.AppointmentOperator}}}}","valueReference":{"identifier":{{{{Identifier("3990000581/11242343")}}}}}}],
         "identifier":[{"system":"https://flood.example/rdv","value":"1"}],"status":"booked","start":"2026-03-28T09:00:00.000+01:00","end":"2026-03-28T09:15:00.000+01:00",
         "participant":[{"actor":{"identifier":{{{{Identifier("810000000017")}}}}},"status":"accepted"}]}
        """);

    /// <summary>Answers by route and status; what was cut has the status 0.</summary>
    public IReadOnlyList<Detail> Told => [.. _answers.GroupBy(static answer => answer.Key.Route).Select(static route =>
        new Detail(route.Key, string.Join(", ", route.OrderBy(static answer => answer.Key.Status).Select(static answer => $"{(answer.Key.Status == 0 ? "cut" : answer.Key.Status)}: {answer.Value}"))))];

    /// <summary>The vendor's side: floods between the lines <c>start</c> and <c>stop</c> of its standard input, and answers each with a line.</summary>
    public static async Task<int> RunAsync(ProgramArguments line)
    {
        var vendor = new FloodVendor(new Uri(line.Text("hub") ?? string.Empty), await File.ReadAllBytesAsync(line.Text("bundle") ?? string.Empty));
        await Console.Out.WriteLineAsync("[]");
        while (await Console.In.ReadLineAsync(CancellationToken.None) is { } told)
        {
            if (told == "start")
            {
                vendor.Start();
            }
            else
            {
                vendor.Stop();
            }

            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(vendor.Told));
        }

        return 0;
    }

    public void Start()
    {
        _ends = false;
        foreach (var (name, request) in _routes)
        {
            for (var i = 0; i < ConnectionsEach; i++)
            {
                var thread = new Thread(() => Send(name, request)) { IsBackground = true, Name = "flood" };
                thread.Start();
                _threads.Add(thread);
            }
        }
    }

    /// <summary>Ends after the answers that are awaited.</summary>
    public void Stop()
    {
        _ends = true;
        foreach (var thread in _threads)
        {
            thread.Join();
        }

        _threads.Clear();
    }

    private static string Identifier(string value) =>
        $$"""{"type":{"coding":[{"system":"{{CodeSystems.IdentifierType}}","code":"IDNPS"}]},"system":"{{IdentifierSystems.NationalPractitioner}}","value":"{{value}}"}""";

    private void Send(string name, byte[] request)
    {
        var counts = new Dictionary<int, long>();
        RawConnection? connection = null;
        while (!_ends)
        {
            var status = 0;
            try
            {
                connection ??= new RawConnection(new LoadSettings { Target = _hub, Patience = Patience });
                (status, _) = connection.Exchange(request);
            }
            catch (Exception cut) when (cut is SocketException or InvalidDataException)
            {
                connection?.Dispose();
                connection = null;
            }

            counts[status] = counts.GetValueOrDefault(status) + 1;
        }

        connection?.Dispose();
        lock (_lock)
        {
            foreach (var (status, count) in counts)
            {
                _answers[(name, status)] = _answers.GetValueOrDefault((name, status)) + count;
            }
        }
    }

    private byte[] Request(string line, byte[] body) => [.. Head(line, body.Length > 0 ? $"Content-Length: {body.Length}\r\n" : string.Empty), .. body];

    private byte[] Chunked(string line, byte[] body)
    {
        const int Piece = 32 * 1024;
        using var request = new MemoryStream();
        request.Write(Head(line, "Transfer-Encoding: chunked\r\n"));
        for (var from = 0; from < body.Length; from += Piece)
        {
            var length = Math.Min(Piece, body.Length - from);
            request.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{length:x}\r\n")));
            request.Write(body, from, length);
            request.Write("\r\n"u8);
        }

        request.Write("0\r\n\r\n"u8);
        return request.ToArray();
    }

    private byte[] Head(string line, string length) =>
        Encoding.ASCII.GetBytes($"{line} HTTP/1.1\r\nHost: {_hub.Authority}\r\nX-Sas-Vendor: {Id}\r\nAccept: application/fhir+json, application/json\r\nContent-Type: application/fhir+json\r\n{length}\r\n");
}
