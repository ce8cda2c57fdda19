using System.Net;
using System.Text;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Audit.Calls;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Security.Audit;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.TestKit.RealProcess;

namespace Sas.Interop.Hub.Tests.Audit.Calls;

/// <summary>Which calls are told of, and that no write has its answer before its record is kept, over a real server.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class AuditedCallsTests : IAsyncDisposable
{
    private const string Secret = "geheim";
    private readonly PlayedTrail _trail = new();
    private WebApplication _application = null!; // Set before each test.
    private HttpClient _client = null!; // Set before each test.

    [SetUp]
    public async Task SetUp()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Services.AddSingleton<IAuditTrail>(_trail).AddSingleton<IRefusalAnswers, Answers>().AddSingleton(TimeProvider.System);
        _application = builder.Build();
        _application.UseTelemetryRoom();
        _application.UseMiddleware<AuditedCalls>();
        _application.MapMethods("/things/{id}", ["GET", "HEAD", "PUT", "POST", "DELETE"], AnswerAsync);
        _application.MapPost("/things/_search", AnswerAsync);
        _application.MapPost("/things/$validate", AnswerAsync);
        _application.MapPost("/things/$hold", AnswerAsync);
        _application.MapMethods("/link/{token}", ["GET", "HEAD"], AnswerAsync).WithMetadata(ChangesByReading.Mark);
        _application.MapGet("/health/ready", AnswerAsync);
        await _application.StartAsync();
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_application.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _application.DisposeAsync();
    }

    [TestCase("PUT", "/things/1", 200, "update")]
    [TestCase("POST", "/things/1", 201, "create")]
    [TestCase("DELETE", "/things/1", 204, "delete")]
    [TestCase("POST", "/things/$hold", 201, "operation")]
    [TestCase("GET", "/link/geheim", 303, "operation")]
    public async Task InvokeAsync_WriteSucceeds_IsKeptWithoutAddressQueryAndBody(string method, string path, int status, string interaction)
    {
        var answer = await SendAsync(method, $"{path}?status={status}&name={Secret}", Secret);

        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That(_trail.Taken, Is.Empty);
        var entry = _trail.Kept.Single();
        Assert.That((entry.Method, entry.Status, entry.Interaction, entry.CallerId), Is.EqualTo((method, status, interaction, "unknown")));
        Assert.That(entry.Route, Does.StartWith("/things/").Or.StartWith("/link/"));
        Assert.That(entry.ToString(), Does.Not.Contain(Secret));
        Assert.That(entry.TraceId, Has.Length.EqualTo(32).And.EqualTo(answer.Headers.GetValues(RequestTrace.Header).Single()));
    }

    [TestCase("PUT", "/things/1", 400)]
    [TestCase("PUT", "/things/1", 409)]
    [TestCase("POST", "/things/1", 503)]
    [TestCase("DELETE", "/things/1", 404)]
    [TestCase("PATCH", "/things/1", 405)]
    [TestCase("GET", "/link/x", 410)]
    [TestCase("GET", "/things/1", 401)]
    [TestCase("HEAD", "/things/1", 403)]
    [TestCase("GET", "/things/1", 413)]
    [TestCase("GET", "/things/1", 422)]
    [TestCase("GET", "/things/1", 429)]
    [TestCase("GET", "/things/1", 500)]
    [TestCase("GET", "/things/1", 503)]
    [TestCase("POST", "/things/_search", 403)]
    [TestCase("POST", "/things/$validate", 413)]
    public async Task InvokeAsync_Refused_IsTakenAndNeverKept(string method, string path, int status)
    {
        _trail.Keep = static () => throw new InvalidOperationException("nobody waits");

        Assert.That((int)(await SendAsync(method, $"{path}?status={status}")).StatusCode, Is.EqualTo(status));

        Assert.That((_trail.Taken.Single().Status, _trail.Kept.Count), Is.EqualTo((status, 0)));
    }

    [TestCase("GET", "/things/1", 200)]
    [TestCase("HEAD", "/things/1", 304)]
    [TestCase("GET", "/things/1", 400)]
    [TestCase("GET", "/things/1", 404)]
    [TestCase("GET", "/nothing", 404)]
    [TestCase("GET", "/things/1", 406)]
    [TestCase("POST", "/things/_search", 200)]
    [TestCase("POST", "/things/$validate", 400)]
    [TestCase("GET", "/link/x", 204)]
    [TestCase("GET", "/health/ready", 503)]
    public async Task InvokeAsync_ReadThatTellsNothing_IsNotAudited(string method, string path, int status)
    {
        Assert.That((int)(await SendAsync(method, $"{path}?status={status}")).StatusCode, Is.EqualTo(status));

        Assert.That((_trail.Taken.Count, _trail.Kept.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task InvokeAsync_RecordIsNotKeptYet_NoByteOfTheAnswerLeaves()
    {
        var keeping = new TaskCompletionSource<bool>();
        _trail.Keep = () => keeping.Task;
        var answer = _client.SendAsync(Request("PUT", "/things/1?status=200&flush=1", "x"), HttpCompletionOption.ResponseHeadersRead);
        await Eventually.TrueAsync(() => Task.FromResult(!_trail.Kept.IsEmpty), "the record");
        await Task.Yield();
        Assert.That(answer.IsCompleted, Is.False);

        keeping.SetResult(true);
        using var done = await answer;
        Assert.That(await done.Content.ReadAsStringAsync(), Is.EqualTo("answer of 200"));
    }

    [Test]
    public async Task InvokeAsync_RecordCannotBeKept_IsAnswered503AndTakenForLater()
    {
        _trail.Keep = static () => Task.FromResult(false);

        var answer = await SendAsync("PUT", "/things/1?status=201&flush=1");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("StorageUnavailable"));
        Assert.That(answer.Headers.Location, Is.Null, "Nothing of the first answer is left.");
        Assert.That(_trail.Taken.Single().Status, Is.EqualTo(503));
    }

    [TestCase("PUT", "/things/1")]
    [TestCase("GET", "/things/1")]
    public async Task InvokeAsync_Throws_IsTakenAs500(string method, string path)
    {
        Assert.That((await SendAsync(method, $"{path}?status=0")).StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));

        Assert.That((_trail.Taken.Single().Status, _trail.Kept.Count), Is.EqualTo((500, 0)));
    }

    [TestCase("/fhir/Appointment/12", "Appointment/12")]
    [TestCase("http://hub.example/base/fhir/Appointment/12/_history/3", "Appointment/12")]
    [TestCase("/v1/orientations/7", "orientations/7")]
    [TestCase("https://vendor.example/page/1?token=geheim", null)]
    [TestCase("https://vendor.example/fhir", null)]
    public async Task InvokeAsync_AnswerNamesAResource_IsTold(string location, string? entity)
    {
        await SendAsync("POST", $"/things/1?status=201&location={Uri.EscapeDataString(location)}");

        Assert.That(_trail.Kept.Single().Entity, Is.EqualTo(entity));
    }

    [Test]
    public async Task InvokeAsync_CallerLeavesDuringAWrite_IsKeptAsThat()
    {
        using var leave = new CancellationTokenSource();
        var answer = _client.SendAsync(Request("PUT", "/things/1?status=-1", "x"), leave.Token);
        await _entered.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await leave.CancelAsync();

        await Eventually.TrueAsync(() => Task.FromResult(!_trail.Kept.IsEmpty), "the record");
        Assert.That(_trail.Kept.Single().Status, Is.EqualTo(499));
        Assert.That(async () => await answer, Throws.InstanceOf<OperationCanceledException>());
    }

    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task AnswerAsync(HttpContext context)
    {
        var status = int.Parse(context.Request.Query["status"].ToString(), System.Globalization.CultureInfo.InvariantCulture);
        if (status == -1)
        {
            _entered.SetResult();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                return; // As whoever gives failures their form does.
            }
        }

        context.Response.StatusCode = status == 0 ? throw new ArithmeticException("of the room") : status;
        context.Response.Headers.Location = context.Request.Query["location"] is { Count: > 0 } location ? location.ToString() : "/fhir/Thing/1";
        if (status is not (204 or 304) && !HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(Encoding.ASCII.GetBytes($"answer of {status}"));
            await (context.Request.Query.ContainsKey("flush") ? context.Response.Body.FlushAsync() : Task.CompletedTask);
        }
    }

    private static HttpRequestMessage Request(string method, string path, string? body)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Content = body is null ? null : new StringContent(body);
        return request;
    }

    private Task<HttpResponseMessage> SendAsync(string method, string path, string? body = null) => _client.SendAsync(Request(method, path, body));

    private sealed class Answers : IRefusalAnswers
    {
        public Task WriteAsync(HttpContext context, HubError refusal)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return context.Response.WriteAsync(refusal.Code.ToString());
        }
    }
}
