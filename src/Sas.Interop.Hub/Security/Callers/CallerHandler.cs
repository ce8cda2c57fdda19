using System.Text.Encodings.Web;

using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Security.Callers;

/// <summary>Tells the framework who calls, and answers those who are not known or may not.</summary>
internal sealed class CallerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    ICallerResolver resolver,
    IRefusalAnswers answers) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private HubError? _unknown;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var caller = resolver.Resolve(Context);
        if (!caller.IsSuccess)
        {
            _unknown = caller.Error;
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(caller.Value.Principal, CallerScheme.Name)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        answers.WriteAsync(Context, _unknown ?? new HubError(HubErrorCode.CallerUnknown, "The caller is not known here."));

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        answers.WriteAsync(Context, new HubError(HubErrorCode.CallerForbidden, $"'{Context.Caller()?.Id}' may not do this here."));
}
