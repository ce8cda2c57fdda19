using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir.Read;

/// <summary><c>GET</c> and <c>HEAD</c> of one resource by its id. What a search would not show is not found, whether it was there once or never.</summary>
internal sealed class ReadEndpoints(ServedResources resources, SlotReader slots, TimeProvider time)
{
    /// <summary>Name of the id in the route.</summary>
    public const string Id = "id";

    public async Task ReadAsync(HttpContext context, ServedType type)
    {
        if (!FhirNegotiation.IsAcceptable(context.Request))
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestNotAcceptable, "Only FHIR JSON is served: application/fhir+json.");
            return;
        }

        if (Find(type, context.Request.RouteValues[Id] as string) is not { } found)
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.NotFound, $"No {type} of this id is shown.");
            return;
        }

        if (ConditionalHeaders.Write(context, new Validators(ContentTag.Of(found.Body), found.ChangedAt, found.SeenAt), time.GetUtcNow()))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await FhirResponses.WriteAsync(context, found.Body);
    }

    private ReadResource? Find(ServedType type, string? id)
    {
        if (type == ServedType.Slot)
        {
            return ReferenceIds.TryReadSlot(id, out var owner, out var slot) ? slots.Read(owner, slot) : null;
        }

        if (!Sought.TryParse(type, id, out var sought) || resources.Of(type, sought).FirstOrDefault() is not { } shown)
        {
            return null;
        }

        using var writer = new ResourceWriter();
        return new ReadResource(writer.Write(shown).ToArray(), shown.Owner?.ChangedAt ?? DateTimeOffset.MinValue, shown.Owner?.SeenAt);
    }
}
