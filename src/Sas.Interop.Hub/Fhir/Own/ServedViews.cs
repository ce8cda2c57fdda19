using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Fhir.Read;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Fhir.Own;

/// <summary>Gives each caller what it may see: the whole, or as a vendor what is its own. Only vendors pay for the difference.</summary>
internal sealed class ServedViews(ServedView all, OwnSources sources, VendorCaller callers, ServedParts parts)
{
    /// <summary>A route that is served from what its caller may see.</summary>
    public RequestDelegate For(Func<ServedView, HttpContext, Task> serve) =>
        context => context.OnlyVendor() is null ? serve(all, context) : ServeOwnAsync(context, serve);

    private async Task ServeOwnAsync(HttpContext context, Func<ServedView, HttpContext, Task> serve)
    {
        var vendor = callers.Require(context.Request);
        if (!vendor.IsSuccess)
        {
            await FhirResponses.WriteErrorAsync(context, vendor.Error.Code, vendor.Error.Detail);
            return;
        }

        var own = new OwnView(vendor.Value, sources);
        using var answers = new SearchAnswers(own, own, own, own, own);
        await serve(Over(own, answers), context);
    }

    private ServedView Over(OwnView own, SearchAnswers answers)
    {
        var (baseAddress, clock, options) = parts;
        var resources = new ServedResources(own, own, own, own, clock.Time);

        // A vendor knows best how fresh its own data are, and asking others again is not its business.
        var searches = new SearchEndpoints(answers, baseAddress, null, clock, options);
        return new ServedView(
            searches,
            new ReadEndpoints(resources, new SlotReader(answers, clock.Time), clock.Time),
            new PlainEndpoints(new PlainSearch(resources), searches, baseAddress, clock.Time));
    }
}

/// <summary>What every view works with.</summary>
internal sealed record ServedParts(BaseAddress BaseAddress, SearchClock Clock, IOptions<SearchOptions> Options);
