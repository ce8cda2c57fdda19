using System.Text.Json;

using Microsoft.AspNetCore.Http;

namespace Sas.Interop.Hub.Tests.Fhir.Read;

/// <summary>What an endpoint answered.</summary>
internal sealed record Reply(int Status, IHeaderDictionary Headers, string Body)
{
    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>Type and id of each entry, a plus before those that are not matches.</summary>
    public IReadOnlyList<string> Entries => !Json.TryGetProperty("entry", out var entries)
        ? []
        : [.. entries.EnumerateArray().Select(static entry => (entry.GetProperty("search").GetProperty("mode").GetString() == "match" ? string.Empty : "+")
            + entry.GetProperty("resource").GetProperty("resourceType").GetString() + "/" + entry.GetProperty("resource").GetProperty("id").GetString())];

    public int Total => Json.GetProperty("total").GetInt32();

    /// <summary>Issue codes, each with the parameter that it names.</summary>
    public IReadOnlyList<string> Issues =>
        [.. Json.GetProperty("issue").EnumerateArray().Select(static issue => issue.GetProperty("code").GetString()
            + (issue.TryGetProperty("location", out var location) ? " " + location[0].GetString() : string.Empty))];
}
