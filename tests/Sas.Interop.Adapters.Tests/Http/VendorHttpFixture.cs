using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.Http;

/// <summary>One vendor whose answers a test scripts: every request takes the next answer, the last one is repeated.</summary>
internal sealed class VendorHttpFixture : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);
    private static readonly Uri Root = new("https://vendor.example/");
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    public VendorHttpFixture(VendorLimits limits, double jitter = 0, IReadOnlyList<KeyValuePair<string, string>>? headers = null)
    {
        Handler = new ScriptedHttpHandler().On(static _ => true, (_, token) => Next()(token));
        Sut = new VendorHttp(Context(Handler, limits, Time, jitter), headers ?? []);
    }

    public static VendorLimits Plain { get; } = new() { Retries = 0, RequestsPerSecond = 1000, BreakerFailures = 1000 };

    public ManualTimeProvider Time { get; } = new(Start);

    public ScriptedHttpHandler Handler { get; }

    public VendorHttp Sut { get; }

    public static VendorContext Context(HttpMessageHandler handler, VendorLimits limits, TimeProvider time, double jitter = 0) => new()
    {
        VendorId = "vendor-under-test",
        BaseUrl = Root,
        Options = default(JsonElement),
        Limits = limits,
        Transport = new HttpMessageInvoker(handler),
        Time = time,
        Jitter = () => jitter,
    };

    public VendorHttpFixture Then(Func<HttpResponseMessage> answer)
    {
        _answers.Enqueue(_ => Task.FromResult(answer()));
        return this;
    }

    public VendorHttpFixture Then(Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public VendorHttpFixture ThenStatus(int status, string? retryAfter = null) => Then(() =>
    {
        var response = new HttpResponseMessage((System.Net.HttpStatusCode)status);
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    });

    public VendorHttpFixture ThenText(string text, string? tag = null, DateTimeOffset? modified = null) => Then(() =>
    {
        var response = new HttpResponseMessage { Content = new StringContent(text) };
        response.Headers.ETag = tag is null ? null : new System.Net.Http.Headers.EntityTagHeaderValue(tag);
        response.Content.Headers.LastModified = modified;
        return response;
    });

    public Task<Outcome<string>> GetAsync(string path = "slots", TimeSpan? cacheFor = null, CancellationToken cancellationToken = default) =>
        CallAsync(VendorCall.Get(new Uri(Root, path)) with { CacheFor = cacheFor }, cancellationToken);

    public Task<Outcome<string>> CallAsync(VendorCall call, CancellationToken cancellationToken = default) =>
        Sut.CallAsync(call, ReadTextAsync, cancellationToken).AsTask();

    /// <summary>The waits between attempts; the time-out of each attempt is none.</summary>
    public IReadOnlyList<TimeSpan> Waits() => [.. Time.Waits.Where(static wait => wait != Plain.Timeout)];

    /// <summary>Advances the clock, a little at a time and only while something waits for it, until the call has ended.</summary>
    public async Task<Outcome<string>> AdvanceUntilDoneAsync(Task<Outcome<string>> call)
    {
        while (!call.IsCompleted)
        {
            if (Time.WaitingTimers > 0)
            {
                Time.Advance(TimeSpan.FromMilliseconds(5));
            }

            await Task.Yield();
        }

        return await call;
    }

    public static async ValueTask<Outcome<string>> ReadTextAsync(VendorAnswer answer, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(answer.Body);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => Sut.DisposeAsync();

    private Func<CancellationToken, Task<HttpResponseMessage>> Next() => _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
}
