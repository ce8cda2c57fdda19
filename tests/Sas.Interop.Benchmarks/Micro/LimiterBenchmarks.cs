using BenchmarkDotNet.Attributes;

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Security.Limits;

namespace Sas.Interop.Benchmarks.Micro;

/// <summary>What the limits add to a search that is let in and answered at once. Baseline: the same call without them.</summary>
public class LimiterBenchmarks
{
    private readonly DefaultHttpContext _context = new();
    private BenchHub? _hub;
    private RequestDelegate _bare = static _ => Task.CompletedTask;
    private CallerLimiter? _limiter;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _hub = await BenchHub.CreateAsync(BenchFiles.None, null, CancellationToken.None);
        _context.User = new CallerIdentity("platform", CallerRoles.Platform, null) { Limits = CallerLimits.Widest }.Principal;
        _context.Request.Method = HttpMethods.Get;
        _bare = static context => context.Response.StatusCode == StatusCodes.Status200OK ? Task.CompletedTask : throw new InvalidOperationException("The search was refused.");
        _limiter = ActivatorUtilities.CreateInstance<CallerLimiter>(_hub.Application.Services, _bare);
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        if (_hub is not null)
        {
            await _hub.DisposeAsync();
        }
    }

    [Benchmark(Baseline = true)]
    public Task Bare() => _bare(_context);

    [Benchmark]
    public Task Limited() => _limiter?.InvokeAsync(_context) ?? throw new InvalidOperationException("Not set up.");
}
