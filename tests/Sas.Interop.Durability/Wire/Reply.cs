using System.Text.Json;

namespace Sas.Interop.Durability.Wire;

/// <summary>What the hub answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The body as text.</param>
internal sealed record Reply(int Status, string Body)
{
    private JsonElement? _json;

    public string? Location { get; init; }

    /// <summary>The version in the <c>ETag</c>; null when there is none.</summary>
    public int? Version { get; init; }

    public bool CanComeBack { get; init; }

    /// <summary>Whether nothing is known of the write: the hub could not use its database, or was too busy.</summary>
    public bool IsInDoubt => Status == 503;

    public JsonElement Json => _json ??= JsonElement.Parse(Body.Length > 0 ? Body : "{}");

    public static async Task<Reply> ReadAsync(HttpResponseMessage response) => new((int)response.StatusCode, await response.Content.ReadAsStringAsync())
    {
        Location = response.Headers.Location?.OriginalString,
        Version = int.TryParse(response.Headers.ETag?.Tag.Trim('"'), CultureInfo.InvariantCulture, out var version) ? version : null,
        CanComeBack = response.Headers.RetryAfter is not null,
    };

    /// <summary>Status and the beginning of the body, for messages.</summary>
    public override string ToString() => $"{Status} {(Body.Length > 300 ? Body[..300] : Body)}";
}
