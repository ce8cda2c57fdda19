using System.Text;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Regulators;

namespace Sas.Interop.Hub.Regulators;

/// <summary><c>GET /fhir/Practitioner/{id}</c> of an account. Ids of accounts are longer than those of the practitioners whose slots are shown.</summary>
internal sealed class RegulatorReads(RegulatorStore store)
{
    /// <summary>The route below the FHIR base: more telling than that of other practitioners, and so taken before it.</summary>
    public static string Route { get; } = $"/Practitioner/{{id:length({RowIds.Length})}}";

    public async Task ReadAsync(HttpContext context)
    {
        if (!FhirNegotiation.IsAcceptable(context.Request))
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestNotAcceptable, "Only FHIR JSON is served: application/fhir+json.");
            return;
        }

        var id = (string?)context.GetRouteValue("id") ?? string.Empty;
        if (!IsId(id) || await store.FindAsync(id, context.RequestAborted) is not { } stored)
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.NotFound, "No account of a regulator has this id.");
            return;
        }

        VersionTags.Write(context.Response, stored);
        if (VersionTags.Has(context.Request, stored))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await FhirResponses.WriteAsync(context, Encoding.UTF8.GetBytes(stored.Content));
    }

    public static bool IsId(string id) => id.Length == RowIds.Length && id.All(char.IsAsciiHexDigitLower);
}
