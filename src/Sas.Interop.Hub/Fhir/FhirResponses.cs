using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Hub.Security.Audit;

namespace Sas.Interop.Hub.Fhir;

/// <summary>Writes resources as HTTP answers.</summary>
internal static class FhirResponses
{
    public const string ContentType = "application/fhir+json; charset=utf-8";

    /// <summary>Writes FHIR JSON that is whole; a caller of HEAD gets its length alone.</summary>
    public static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    public static async Task WriteAsync(HttpContext context, int status, Resource resource)
    {
        Note(context, status, resource);
        var body = FhirJson.ToUtf8(resource);
        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    public static Task WriteErrorAsync(HttpContext context, HubErrorCode code, string diagnostics)
    {
        var (status, issueCode) = FhirErrors.ToFhir(code);
        return WriteAsync(context, status, OperationOutcome.Create("error", issueCode, diagnostics));
    }

    private static void Note(HttpContext context, int status, Resource resource)
    {
        if (status >= StatusCodes.Status400BadRequest && resource is OperationOutcome { Issue: [{ Code: { } code }, ..] })
        {
            AuditNotes.Refuse(context, code);
        }
        else if (status < StatusCodes.Status400BadRequest && resource is DomainResource and not OperationOutcome && resource.Id is { } id && !HttpMethods.IsGet(context.Request.Method))
        {
            AuditNotes.Touch(context, resource.TypeName, id);
        }
    }
}
