using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.MockVendors.Booking;

/// <summary>
/// A vendor of the national contract that keeps what it is told: free slots, regulator accounts, holds and bookings (docs/dialects/sas-fhir.md). It outlives hubs that are killed,
/// counts what it is asked, and can fail before, after or without doing it.
/// </summary>
internal sealed class MockBookingVendor : IAsyncDisposable
{
    /// <summary>System of its appointment identifiers.</summary>
    public const string AppointmentSystem = "https://vendor.example/appointments";

    private readonly WebApplication _application;
    private readonly MockAgenda _agenda;
    private readonly ConcurrentDictionary<string, MockBookingFault> _faults = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);
    private TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private MockBookingVendor(WebApplication application, MockAgenda agenda) => (_application, _agenda) = (application, agenda);

    public Uri Address => new(_application.Urls.First() + "/");

    public MockAgenda Agenda => _agenda;

    /// <summary>How often an operation was asked for: <c>slots</c>, <c>hold</c>, <c>book</c>, <c>release</c>, <c>accounts</c>.</summary>
    public int Calls(string operation) => _calls.GetValueOrDefault(operation);

    /// <summary>What an operation suffers from now on.</summary>
    public void Suffer(string operation, MockBookingFault fault) => _faults[operation] = fault;

    /// <summary>Ends every wait of <see cref="MockBookingFault.Hang"/> and <see cref="MockBookingFault.HangAfterEffect"/>.</summary>
    public void Release() => Interlocked.Exchange(ref _released, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <param name="time">The clock that holds end by.</param>
    /// <param name="port">0 for a free one.</param>
    public static async Task<MockBookingVendor> StartAsync(TimeProvider time, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var application = builder.Build();
        var vendor = new MockBookingVendor(application, new MockAgenda(time));
        application.UseTraces("booking-vendor");
        application.MapGet("/Slot", context => vendor.AnswerAsync(context, "slots", _ => (200, vendor._agenda.ToBundle())));
        application.MapPost("/Appointment/$hold", context => vendor.AnswerAsync(context, "hold", vendor.Hold(context)));
        application.MapPost("/Appointment/$book", context => vendor.AnswerAsync(context, "book", vendor.Book));
        application.MapPost("/Appointment/$release", context => vendor.AnswerAsync(context, "release", vendor.ReleaseHold));
        application.MapPost("/Practitioner", context => vendor.AnswerAsync(context, "accounts", vendor.Account));
        application.MapPut("/Practitioner", context => vendor.AnswerAsync(context, "accounts", vendor.Account));
        await application.StartAsync();
        return vendor;
    }

    public async ValueTask DisposeAsync()
    {
        Release();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static string? Value(JsonNode? parameters, string name, params string[] path)
    {
        var parameter = parameters?["parameter"]?.AsArray().FirstOrDefault(parameter => parameter?["name"]?.GetValue<string>() == name);
        JsonNode? value = parameter?.AsObject().FirstOrDefault(static member => member.Key.StartsWith("value", StringComparison.Ordinal)).Value;
        foreach (var step in path)
        {
            value = value?[step];
        }

        return value?.GetValue<string>();
    }

    private static JsonObject Outcome(string code) => new()
    {
        ["resourceType"] = "OperationOutcome",
        ["issue"] = new JsonArray(new JsonObject { ["severity"] = "error", ["code"] = code }),
    };

    private static JsonObject Parameters(params JsonObject[] parameters) => new() { ["resourceType"] = "Parameters", ["parameter"] = new JsonArray([.. parameters]) };

    private Func<JsonNode?, (int, JsonObject)> Hold(HttpContext context) => body =>
    {
        var owner = Value(body, "practitioner", "value") ?? Value(body, "association", "value") ?? string.Empty;
        var start = DateTimeOffset.Parse(Value(body, "start") ?? string.Empty, CultureInfo.InvariantCulture);
        var hold = _agenda.Hold(context.Request.Headers["Idempotency-Key"].ToString(), owner, start);
        return hold is not { } held
            ? (409, Outcome("conflict"))
            : (200, Parameters(
                new JsonObject { ["name"] = "hold", ["valueString"] = held.Reference },
                new JsonObject { ["name"] = "expires", ["valueInstant"] = held.ExpiresAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture) }));
    };

    private (int, JsonObject) Book(JsonNode? body) => _agenda.Book(Value(body, "hold") ?? string.Empty) is { } appointment
        ? (200, Parameters(new JsonObject { ["name"] = "appointment", ["valueIdentifier"] = new JsonObject { ["system"] = AppointmentSystem, ["value"] = appointment } }))
        : (410, Outcome("expired"));

    private (int, JsonObject) ReleaseHold(JsonNode? body) => _agenda.Release(Value(body, "hold") ?? string.Empty) ? (200, Parameters()) : (404, Outcome("not-found"));

    private (int, JsonObject) Account(JsonNode? body) => (_agenda.Account(body?["identifier"]?[0]?["value"]?.GetValue<string>() ?? string.Empty) ? 201 : 200, (JsonObject)(body ?? Outcome("invalid")));

    private async Task AnswerAsync(HttpContext context, string operation, Func<JsonNode?, (int Status, JsonObject Body)> act)
    {
        _calls.AddOrUpdate(operation, 1, static (_, count) => count + 1);
        var fault = _faults.GetValueOrDefault(operation);
        var released = _released.Task;
        if (fault == MockBookingFault.Hang)
        {
            await released.WaitAsync(context.RequestAborted);
        }

        if (fault == MockBookingFault.FailBefore)
        {
            context.Response.StatusCode = 500;
            return;
        }

        var body = context.Request.ContentLength is null or 0 ? null : await JsonNode.ParseAsync(context.Request.Body);
        var (status, answer) = act(body);
        switch (fault)
        {
            case MockBookingFault.FailAfter:
                context.Response.StatusCode = 500;
                return;
            case MockBookingFault.HangAfterEffect:
                await released.WaitAsync(context.RequestAborted);
                break;
            case MockBookingFault.CutAfter:
                context.Abort();
                return;
            default:
                break;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/fhir+json; charset=utf-8";
        await context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }
}
