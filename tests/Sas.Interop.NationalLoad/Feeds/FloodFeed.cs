using Microsoft.AspNetCore.Http;

namespace Sas.Interop.NationalLoad.Feeds;

/// <summary>An answer that is sound at every point and never ends: entries as fast as they are taken.</summary>
internal static class FloodFeed
{
    private const int EntriesAWrite = 640;
    private static readonly byte[] Opening = """{"resourceType":"Bundle","type":"searchset","entry":["""u8.ToArray();
    private static readonly byte[] Entries = [.. Enumerable.Repeat("""{"resource":{"resourceType":"Slot","id":"flood","status":"free","comment":"more and more of the same"}},"""u8.ToArray(), EntriesAWrite).SelectMany(static entry => entry)];

    public static async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/fhir+json; charset=utf-8";
        await context.Response.Body.WriteAsync(Opening, context.RequestAborted);
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(Entries, context.RequestAborted);
        }
    }
}
