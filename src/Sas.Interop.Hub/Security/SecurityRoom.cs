using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;

using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Security.Limits;

namespace Sas.Interop.Hub.Security;

/// <summary>Who calls, and what it may.</summary>
internal static class SecurityRoom
{
    public static IServiceCollection AddSecurityRoom(this IServiceCollection services, IConfiguration configuration)
    {
        var mode = CallerMode.Of(configuration);
        services.TryAddSingleton(mode);
        services.TryAddSingleton<CallersState>();
        services.TryAddSingleton<CallerMeters>();
        if (mode.Certificates)
        {
            services.TryAddSingleton<ICallerResolver, CertificateCallers>();
        }
        else
        {
            services.TryAddSingleton<ICallerResolver, LoopbackCallers>();
            services.AddHostedService<DevelopmentNotice>();
        }

        services.AddSingleton<IAuthorizationHandler, CallerRequirementHandler>();
        services.AddAuthentication(CallerScheme.Name).AddScheme<AuthenticationSchemeOptions, CallerHandler>(CallerScheme.Name, null);
        services.AddAuthorizationBuilder().SetFallbackPolicy(RouteRules.Unruled).SetDefaultPolicy(RouteRules.Unruled);
        return services.AddLimits();
    }

    /// <summary>Stands before everything that answers.</summary>
    public static void UseAnswerHeaders(this IApplicationBuilder app) => app.UseMiddleware<AnswerHeaders>();

    /// <summary>Stands after whoever gives failures their form, and before the routes.</summary>
    public static void UseSecurityRoom(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.UseMiddleware<CallerLimiter>();
        app.UseAuthorization();
    }
}
