using System.Text;

using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Fhir.Write.Privacy;

/// <summary>Refuses a request whose address or headers name a patient, before anything else sees it: nothing is sought, kept, logged or repeated.</summary>
internal sealed class PersonGuard(RequestDelegate next)
{
    private const string Sentence = "The address or a header holds an identifier of a kind that only patients have. The hub never accepts one; nothing was done.";

    private static readonly byte[] Plain = Encoding.UTF8.GetBytes($$$"""{"error":{"code":"patient-data","message":"{{{Sentence}}}"}}""");

    public Task InvokeAsync(HttpContext context) => PersonCriteria.IsIn(context.Request) ? RefuseAsync(context) : next(context);

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Path.StartsWithSegments(BaseAddress.Path, StringComparison.OrdinalIgnoreCase))
        {
            return FhirResponses.WriteErrorAsync(context, HubErrorCode.PatientData, Sentence);
        }

        context.Response.StatusCode = FhirErrors.ToFhir(HubErrorCode.PatientData).Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = Plain.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(Plain, context.RequestAborted).AsTask();
    }
}
