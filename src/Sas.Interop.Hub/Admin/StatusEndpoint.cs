using System.Text;

using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Admin;

/// <summary><c>/status</c>: the state of every vendor on one page that needs nothing from elsewhere.</summary>
internal sealed class StatusEndpoint(VendorReview vendors, VendorStatusBoard board, IOptions<HubOptions> options, CallerMode mode)
{
    public async Task ShowAsync(HttpContext context)
    {
        var page = new StatusPage(vendors.All(), board.CatalogLoaded, options.Value.StartClockAt, context.Request.Query["refresh"] != "off")
        {
            Warning = mode.Certificates ? null : DevelopmentNotice.Sentence,
        };
        var body = Encoding.UTF8.GetBytes(page.ToHtml());
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = StatusStyle.Policy;
        response.Headers["Referrer-Policy"] = "no-referrer";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
