using System.Threading.RateLimiting;

using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Preferences;

namespace Sas.Interop.Hub.Orientations;

/// <summary>Calls that read much of the database: few at once, and more are asked to come back.</summary>
internal sealed class HeavyCalls(IOptions<OrientationsOptions> options) : IDisposable
{
    private static readonly ApiError Busy = new(StatusCodes.Status503ServiceUnavailable, "busy", "Too many exports or statistics are under way; send this call again later.");
    private readonly ConcurrencyLimiter _places = new(new ConcurrencyLimiterOptions { PermitLimit = options.Value.Concurrency, QueueLimit = 0 });

    public async Task RunAsync(HttpContext context, Func<Task> call)
    {
        using var place = _places.AttemptAcquire();
        await (place.IsAcquired ? call() : ApiAnswers.WriteAsync(context, Busy));
    }

    public void Dispose() => _places.Dispose();
}
