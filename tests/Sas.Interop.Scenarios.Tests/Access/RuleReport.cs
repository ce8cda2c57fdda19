using System.Globalization;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Scenarios.Tests.Access;

/// <summary>Tells a test which route a request came to, and the rule of that route.</summary>
internal sealed class RuleReport : IStartupFilter
{
    /// <summary>The roles of the rule as a number; -1 where no route fits.</summary>
    public const string Header = "X-Test-Rule";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(static (context, proceed) =>
        {
            context.Response.OnStarting(static state => Report((HttpContext)state), context);
            return proceed(context);
        });
        next(app);
    };

    private static Task Report(HttpContext context)
    {
        var roles = context.GetEndpoint() is RouteEndpoint route ? (int?)route.Metadata.GetMetadata<RouteRule>()?.Roles ?? -2 : -1;
        context.Response.Headers[Header] = roles.ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }
}
