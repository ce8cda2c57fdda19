using System.Text;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Redirects;

/// <summary>What an operator sees of a link that leads nowhere: a small page in French, or an OperationOutcome for a caller that takes FHIR alone.</summary>
internal static class RedirectPage
{
    private const string Css = "body{font:1.1rem/1.5 sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem;color:#1e1e1e;background:#fff}";
    private static readonly string Policy = PagePolicy.With(Css);

    public static async Task WriteAsync(HttpContext context, HubErrorCode code)
    {
        var (status, issue) = FhirErrors.ToFhir(code);
        var (title, text, english) = code switch
        {
            HubErrorCode.NotFound => ("Lien inconnu", "Ce lien n'existe pas. Revenez à la plateforme et choisissez à nouveau le créneau.", "No link was given out under this address."),
            HubErrorCode.Expired => ("Lien expiré", "Ce lien a déjà servi ou n'est plus valable. Revenez à la plateforme et choisissez à nouveau le créneau.", "The link was used or is over; ask for a new one."),
            _ => ("Service momentanément indisponible", "Réessayez dans quelques secondes : le lien reste valable.", "The database cannot be used now. Follow the link again later."),
        };
        if (WantsFhir(context.Request))
        {
            await FhirResponses.WriteAsync(context, status, Contracts.Fhir.OperationOutcome.Create("error", issue, english));
            return;
        }

        var page = Encoding.UTF8.GetBytes(
            $"<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>"
            + $"<style>{Css}</style></head><body><h1>{title}</h1><p>{text}</p></body></html>");
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        context.Response.Headers.ContentSecurityPolicy = Policy;
        await context.Response.Body.WriteAsync(page, context.RequestAborted);
    }

    private static bool WantsFhir(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("html", StringComparison.OrdinalIgnoreCase) && !accept.Contains("*/*", StringComparison.Ordinal);
    }
}
