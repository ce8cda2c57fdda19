using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Redirects;

/// <summary><c>GET /redirect/{token}</c>: leads an operator's browser to the vendor's page, once.</summary>
internal sealed class RedirectEndpoint(RedirectKeys keys, LinkStore links, IVendorCatalog catalog, ILogger<RedirectEndpoint> logger)
{
    public const string Token = "token";

    public async Task FollowAsync(HttpContext context)
    {
        Protect(context.Response);
        try
        {
            await AnswerAsync(context);
        }
        catch (StorageUnavailableException)
        {
            context.Response.Headers.RetryAfter = FhirFaults.ComeBackInSeconds;
            await RedirectPage.WriteAsync(context, HubErrorCode.StorageUnavailable);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (RedirectToken.Read(context.Request.RouteValues[Token] as string ?? string.Empty, keys) is not { } id)
        {
            logger.LinkUnknown();
            await RedirectPage.WriteAsync(context, HubErrorCode.NotFound);
        }
        else if (HttpMethods.IsHead(context.Request.Method) || IsPrefetch(context.Request))
        {
            var verdict = await links.LookAsync(id, context.RequestAborted);
            context.Response.StatusCode = verdict == LinkVerdict.Good ? StatusCodes.Status204NoContent : StatusCodes.Status410Gone;
        }
        else
        {
            await UseAsync(context, id);
        }
    }

    private async Task UseAsync(HttpContext context, string id)
    {
        // Not ended by the caller: a link that was used up for a browser that gave up meanwhile would be lost in between.
        var use = await links.UseAsync(id, MayLead, CancellationToken.None);
        if (use.Target is null)
        {
            logger.LinkGone(use.Verdict);
            await RedirectPage.WriteAsync(context, HubErrorCode.Expired);
            return;
        }

        logger.LinkFollowed();
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = use.Target;
    }

    /// <summary>Asked again at the last moment: since the link was made, the host may have been taken from the vendor's.</summary>
    private bool MayLead(string vendorId, string target)
    {
        var page = new Uri(target);
        var mayLead = catalog.Current.TryGetValue(vendorId, out var vendor) && vendor.BookingPages.RefuseWhere(page) is null;
        if (!mayLead)
        {
            logger.LinkRefused(vendorId, BookingRule.HostOf(page));
        }

        return mayLead;
    }

    /// <summary>A browser that looks ahead has no operator behind it, and must not use the link up.</summary>
    private static bool IsPrefetch(HttpRequest request) =>
        IsPrefetch(request.Headers["Sec-Purpose"].ToString()) || IsPrefetch(request.Headers["Purpose"].ToString()) || IsPrefetch(request.Headers["X-Moz"].ToString());

    private static bool IsPrefetch(string purpose) =>
        purpose.Contains("prefetch", StringComparison.OrdinalIgnoreCase) || purpose.Contains("prerender", StringComparison.OrdinalIgnoreCase);

    private static void Protect(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
