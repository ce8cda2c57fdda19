using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Sas.Interop.Scenarios.Tests.Hosting;

/// <summary>An answer of the hub, read without any code of the hub.</summary>
internal sealed record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Body)
{
    private JsonElement? _json;

    /// <summary>The address that was asked, as it went over the wire.</summary>
    public required string Url { get; init; }

    public JsonElement Json => _json ??= JsonElement.Parse(Body);

    public string? MediaType => ContentHeaders.ContentType?.MediaType;

    public string? Type => Json.Text("resourceType");

    public IReadOnlyList<JsonElement> Entries => [.. Json.Items("entry")];

    public IReadOnlyList<JsonElement> Resources => [.. Entries.Select(static entry => entry.GetProperty("resource"))];

    public IReadOnlyList<JsonElement> Issues => [.. Json.Items("issue")];

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) =>
        new(response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsByteArrayAsync())
        {
            Url = response.RequestMessage?.RequestUri?.OriginalString is { } url && url.StartsWith("http", StringComparison.Ordinal)
                ? url
                : response.RequestMessage?.RequestUri?.AbsoluteUri ?? string.Empty,
        };

    public IReadOnlyList<JsonElement> OfType(string type) => [.. Resources.Where(resource => resource.Text("resourceType") == type)];

    /// <summary>Resources whose one and only profile is this one: others are invisible to the certification kit.</summary>
    public IReadOnlyList<JsonElement> OfProfile(string profile) =>
        [.. Resources.Where(resource => resource.At("meta")?.Items("profile").Select(static text => text.GetString()).SequenceEqual([profile]) == true)];
}
