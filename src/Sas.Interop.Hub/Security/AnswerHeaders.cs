namespace Sas.Interop.Hub.Security;

/// <summary>
/// Says with every answer, refusals as well, that its media type is not to be guessed; and with those of a hub that knows its callers that this name speaks https only.
/// </summary>
/// <param name="next">What answers.</param>
/// <param name="mode">Without a list of callers the name is that of a developer's machine, which serves other things as well.</param>
internal sealed class AnswerHeaders(RequestDelegate next, CallerMode mode)
{
    /// <summary>One year, as OWASP ASVS 14.4.5 asks for.</summary>
    public const string HttpsOnly = "max-age=31536000";

    public const string NoGuess = "nosniff";

    private static readonly Func<object, Task> Plain = static state => Set((HttpResponse)state, null);
    private static readonly Func<object, Task> Secure = static state => Set((HttpResponse)state, HttpsOnly);

    public Task InvokeAsync(HttpContext context)
    {
        // Set when the answer begins: who gives failures their form clears what was set before.
        context.Response.OnStarting(mode.Certificates && context.Request.IsHttps ? Secure : Plain, context.Response);
        return next(context);
    }

    private static Task Set(HttpResponse response, string? httpsOnly)
    {
        response.Headers.XContentTypeOptions = NoGuess;
        if (httpsOnly is not null)
        {
            response.Headers.StrictTransportSecurity = httpsOnly;
        }

        return Task.CompletedTask;
    }
}
