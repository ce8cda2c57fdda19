using System.Buffers;
using System.Text.Json;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir.Definitions;
using Sas.Interop.Hub.Fhir.Operations;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir.Validate;

/// <summary><c>GET /fhir/StructureDefinition</c>, <c>/ValueSet</c>, <c>/CodeSystem</c> and <c>/OperationDefinition</c>: the hub's own definitions, byte for byte, so that vendors can read what they are judged by, and the platform what it can ask.</summary>
internal sealed class DefinitionEndpoints(BaseAddress baseAddress)
{
    private static readonly PublishedFile[] Files = [.. PublishedDefinitions.Files.Concat(PublishedOperations.Files).Concat(HubDefinitions.Files).Select(PublishedFile.Of)];

    public static async Task ReadAsync(HttpContext context, string type)
    {
        var id = context.Request.RouteValues["id"] as string;
        var file = Files.FirstOrDefault(file => file.Type == type && file.Id == id);
        if (!FhirNegotiation.IsAcceptable(context.Request))
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestNotAcceptable, "Only FHIR JSON is served: application/fhir+json.");
        }
        else if (file is null)
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.NotFound, $"No {type} of this id is published here.");
        }
        else
        {
            await WriteAsync(context, file.Utf8);
        }
    }

    /// <summary>By <c>url</c>, with or without version; without it, all of the type. Other parameters are passed over.</summary>
    public async Task SearchAsync(HttpContext context, string type)
    {
        if (!FhirNegotiation.IsAcceptable(context.Request))
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestNotAcceptable, "Only FHIR JSON is served: application/fhir+json.");
            return;
        }

        var urls = context.Request.Query["url"].OfType<string>().Where(static url => url.Length > 0).Select(static url => url.Split('|')[0]).ToList();
        var found = Files.Where(file => file.Type == type && urls.All(url => url == file.Url));
        await WriteAsync(context, Bundle(context.Request, [.. found]));
    }

    private ReadOnlyMemory<byte> Bundle(HttpRequest request, PublishedFile[] found)
    {
        using var self = new ByteScratch();
        baseAddress.WriteSelfLink(request, default, self);
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", "searchset");
        json.WriteNumber("total", found.Length);
        json.WriteStartArray("link");
        json.WriteStartObject();
        json.WriteString("relation", "self");
        json.WriteString("url", self.Written);
        json.WriteEndObject();
        json.WriteEndArray();
        if (found.Length > 0)
        {
            json.WriteStartArray("entry");
            foreach (var file in found)
            {
                json.WriteStartObject();
                json.WriteString("fullUrl", $"{baseAddress.Of(request)}/{file.Type}/{file.Id}");
                json.WritePropertyName("resource");
                json.WriteRawValue(file.Utf8.Span, skipInputValidation: true);
                json.WriteStartObject("search");
                json.WriteString("mode", "match");
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = FhirResponses.ContentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
