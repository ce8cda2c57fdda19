using System.Diagnostics.Metrics;
using System.Net;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Security.Limits;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Security.Limits;

/// <summary>Whatever becomes of a request, what it took is given back; a search that is let in takes no memory.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CallerLimiterTests : IDisposable
{
    private readonly LimitsOptions _options = new() { RefusalPause = TimeSpan.FromSeconds(3), RefusalsWaiting = 2 };
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly BackgroundThreads _threads = new(Options.Create(new LimitsOptions { BackgroundThreads = 1 }), NullLogger<BackgroundThreads>.Instance);
    private readonly RecordedAnswers _answers = new();
    private OverloadGauge _gauge = null!; // Set with the subject.
    private UploadMemory _uploads = null!; // Set with the subject.
    private CallerAccounts _accounts = null!; // Set with the subject.

    public void Dispose()
    {
        _threads.Dispose();
        _services.Dispose();
    }

    [Test]
    public void Invoke_SearchThatIsAnsweredAtOnce_AllocatesNothing()
    {
        var sut = CreateSut(static _ => Task.CompletedTask);
        var context = Context(Platform);
        for (var i = 0; i < 100; i++)
        {
            sut.InvokeAsync(context);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            sut.InvokeAsync(context);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1_000), "less than a byte a search");
        Assert.That(_gauge.UnderWay, Is.Zero);
    }

    [TestCase(false, false)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(true, true)]
    public void Invoke_RoomThatFails_GivesEverythingBack(bool hasBody, bool later)
    {
        _options.Vendor.Concurrency = 1;
        var sut = CreateSut(later
            ? static async _ =>
            {
                await Task.Yield();
                throw new InvalidOperationException("The room failed.");
            }
        : static _ => throw new InvalidOperationException("The room failed."));

        for (var i = 0; i < 3; i++)
        {
            Assert.ThrowsAsync<InvalidOperationException>(() => sut.InvokeAsync(Context(Vendor, hasBody ? 1_000 : null)));
        }

        Assert.That((_gauge.UnderWay, _uploads.Taken), Is.EqualTo((0, 0L)));
    }

    [Test]
    public async Task Invoke_RoomThatTakesLong_HoldsThePlaceUntilItsEnd()
    {
        var end = new TaskCompletionSource();
        var sut = CreateSut(_ => end.Task);
        var running = sut.InvokeAsync(Context(Vendor, 1_000));

        Assert.That((_gauge.UnderWay, _uploads.Taken), Is.EqualTo((1, 1_000L)));
        end.SetResult();
        await running;
        Assert.That((_gauge.UnderWay, _uploads.Taken), Is.EqualTo((0, 0L)));
    }

    [Test]
    public async Task Invoke_BeyondTheRate_WaitsThenIsRefusedAndFurtherOnesAreCut()
    {
        _options.Vendor.Burst = 1;
        _options.Vendor.RequestsPerSecond = 0.01;
        var sut = CreateSut(static _ => Task.CompletedTask);
        await sut.InvokeAsync(Context(Vendor));
        var waiting = new[] { sut.InvokeAsync(Context(Vendor)), sut.InvokeAsync(Context(Vendor)) };
        var lifetime = new CountedLifetime();

        await sut.InvokeAsync(Context(Vendor, lifetime: lifetime));
        Assert.That(lifetime.Aborts, Is.EqualTo(1));
        Assert.That((waiting.Any(static task => task.IsCompleted), _answers.Refusals.Count), Is.EqualTo((false, 0)));

        _time.Advance(TimeSpan.FromSeconds(3));
        await Task.WhenAll(waiting);
        Assert.That(_answers.Refusals.Select(static refusal => refusal.Code), Is.EqualTo(new[] { HubErrorCode.CallerThrottled, HubErrorCode.CallerThrottled }));
        Assert.That(_answers.Refusals.Select(static refusal => refusal.RetryAfter), Is.All.GreaterThan(TimeSpan.FromSeconds(90)));
    }

    [Test]
    public async Task Invoke_HealthBeyondTheRate_IsLateAndNeverRefused()
    {
        _options.Unknown.Burst = 1;
        _options.Unknown.RequestsPerSecond = 0.01;
        var answered = 0;
        var sut = CreateSut(_ =>
        {
            Interlocked.Increment(ref answered);
            return Task.CompletedTask;
        });
        await sut.InvokeAsync(Context(null, kind: WorkKind.Health));
        var late = sut.InvokeAsync(Context(null, kind: WorkKind.Health));

        Assert.That((late.IsCompleted, answered), Is.EqualTo((false, 1)));
        _time.Advance(TimeSpan.FromSeconds(3));
        await late;
        Assert.That((answered, _answers.Refusals.Count), Is.EqualTo((2, 0)));
    }

    [Test]
    public async Task Invoke_HeavyWorkAndReadsOfVendors_RunOnBackgroundThreadsAndNothingElse()
    {
        var names = new List<string?>();
        var sut = CreateSut(_ =>
        {
            names.Add(Thread.CurrentThread.Name);
            return Task.CompletedTask;
        });
        await sut.InvokeAsync(Context(Vendor, 100, WorkKind.Heavy));
        await sut.InvokeAsync(Context(Vendor));
        await sut.InvokeAsync(Context(Platform, 100, WorkKind.Heavy));
        await sut.InvokeAsync(Context(Vendor, 100));
        await sut.InvokeAsync(Context(Platform));
        await sut.InvokeAsync(Context(Platform, 100));

        Assert.That(names[..3], Is.All.StartsWith("background"));
        Assert.That(names[3..].Select(static name => name ?? string.Empty), Has.None.StartsWith("background"));
    }

    [TestCase("GET", CallerRoles.Platform, (int)WorkKind.Search)]
    [TestCase("HEAD", CallerRoles.Operator, (int)WorkKind.Search)]
    [TestCase("POST", CallerRoles.Platform, (int)WorkKind.Write)]
    [TestCase("DELETE", CallerRoles.Any, (int)WorkKind.Write)]
    [TestCase("GET", CallerRoles.Vendor, (int)WorkKind.Aside)]
    [TestCase("POST", CallerRoles.Tester | CallerRoles.Vendor, (int)WorkKind.Aside)]
    public void Of_RouteThatTellsNoKind_GoesByCallerAndMethod(string method, CallerRoles roles, int kind)
    {
        var context = Context(null);
        context.Request.Method = method;

        Assert.That((int)WorkKinds.Of(context, new CallerIdentity("a", roles, null)), Is.EqualTo(kind));
        Assert.That(WorkKinds.Of(context, null), Is.EqualTo(WorkKind.Aside));
    }

    private static CallerIdentity Platform { get; } = new("platform", CallerRoles.Platform, null) { Limits = CallerLimits.Widest };

    private static CallerIdentity Vendor { get; } = new("vendor", CallerRoles.Vendor, "vendor");

    private static DefaultHttpContext Context(CallerIdentity? caller, int? body = null, WorkKind? kind = null, IHttpRequestLifetimeFeature? lifetime = null)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Method = body is null ? "GET" : "POST";
        context.Request.ContentLength = body;
        context.Features.Set<IHttpRequestBodyDetectionFeature>(new Detection(body is not null));
        if (lifetime is not null)
        {
            context.Features.Set(lifetime);
        }

        if (caller is not null)
        {
            context.User = caller.Principal;
        }

        if (kind is { } told)
        {
            context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new RouteKind(told)), null));
        }

        return context;
    }

    private CallerLimiter CreateSut(RequestDelegate room)
    {
        var options = Options.Create(_options);
        (_gauge, _uploads, _accounts) = (new OverloadGauge(options, _time), new UploadMemory(options), new CallerAccounts(options, _time, _threads));
        var meters = new LimitMeters(_services.GetRequiredService<IMeterFactory>(), _gauge, _uploads, _accounts);
        return new CallerLimiter(room, _accounts, _gauge, _uploads, new RefusalDesk(_answers, options, _time, meters, NullLogger<RefusalDesk>.Instance));
    }

    private sealed class RecordedAnswers : IRefusalAnswers
    {
        public List<HubError> Refusals { get; } = [];

        public Task WriteAsync(HttpContext context, HubError refusal)
        {
            Refusals.Add(refusal);
            return Task.CompletedTask;
        }
    }

    private sealed class Detection(bool canHaveBody) : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody { get; } = canHaveBody;
    }

    private sealed class CountedLifetime : IHttpRequestLifetimeFeature
    {
        public int Aborts { get; private set; }

        public CancellationToken RequestAborted { get; set; }

        public void Abort() => Aborts++;
    }
}
