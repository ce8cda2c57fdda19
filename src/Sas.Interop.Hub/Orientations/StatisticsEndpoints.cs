using System.Globalization;

using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Preferences;

namespace Sas.Interop.Hub.Orientations;

/// <summary><c>/v1/orientations/statistics</c>: what the tracking board shows.</summary>
internal sealed class StatisticsEndpoints(OrientationStore store, HeavyCalls heavy, TimeProvider time, IOptions<OrientationsOptions> options)
{
    /// <summary>More combinations of territory, postal code, kind and state than this are no statistics.</summary>
    private const int MostGroups = 100_000;

    private static readonly TimeSpan Usual = TimeSpan.FromDays(28);

    private static readonly ApiError TooMany = new(
        StatusCodes.Status422UnprocessableEntity, "too-many-groups", "The span holds more combinations of territory, postal code, kind and state than can be counted at once; ask for a shorter one, or filter.");

    /// <summary><c>GET /v1/orientations/statistics</c>.</summary>
    public Task CountAsync(HttpContext context) => ServeAsync(context, async query =>
    {
        var (from, to) = (query.Filter.From ?? default, query.Filter.To ?? default);
        var volumes = await store.VolumesAsync(query.Filter, MostGroups + 1, context.RequestAborted);
        await (volumes.Count > MostGroups
            ? ApiAnswers.WriteAsync(context, TooMany)
            : ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, OrientationCounts.Of(volumes, from, to), OrientationsJsonContext.Default.StatisticsDocument));
    });

    /// <summary><c>GET /v1/orientations/statistics/practitioners</c>.</summary>
    public Task WeeksAsync(HttpContext context) => ServeAsync(context, async query =>
    {
        var fold = new WeeklyFold(query.Count);
        var isWhole = await store.MomentsAsync(query.Filter, query.Text("after"), fold.Take, context.RequestAborted);
        await ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, fold.Finish(isWhole), OrientationsJsonContext.Default.WeeksDocument);
    });

    private async Task ServeAsync(HttpContext context, Func<OrientationQuery, Task> serve)
    {
        var query = OrientationQuery.Read(context.Request);
        Bound(query);
        if (query.Text("after") is { } after && (after.Length > 15 || !after.All(char.IsAsciiLetterOrDigit)))
        {
            query.Wrong<object?>("after", "Must be the member 'next' of an earlier page.", null);
        }

        if (query.Error is { } error)
        {
            await ApiAnswers.WriteAsync(context, error);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        await heavy.RunAsync(context, () => serve(query));
    }

    private void Bound(OrientationQuery query)
    {
        var to = query.Filter.To ?? time.GetUtcNow();
        var from = query.Filter.From ?? to - Usual;
        if (to - from > TimeSpan.FromDays(options.Value.MaxDays))
        {
            query.Wrong<object?>("from", string.Create(CultureInfo.InvariantCulture, $"The span may have {options.Value.MaxDays} days."), null);
        }

        query.Narrow(from, to);
    }
}
