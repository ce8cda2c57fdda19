namespace Sas.Interop.Durability.Wire;

/// <summary>A request that can be sent again as it was.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path and query below the root of the hub.</param>
internal sealed record Call(HttpMethod Method, string Path)
{
    /// <summary>FHIR JSON; null for none.</summary>
    public string? Body { get; init; }

    /// <summary><c>Idempotency-Key</c>.</summary>
    public string? Key { get; init; }

    /// <summary>The vendor that calls; null for the platform.</summary>
    public string? Vendor { get; init; }

    /// <summary>Version for <c>If-Match</c>.</summary>
    public int? IfMatch { get; init; }

    /// <summary>Criterion for <c>If-None-Exist</c>.</summary>
    public string? IfNoneExist { get; init; }

    public static Call Get(string path) => new(HttpMethod.Get, path);

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, new Uri(Path, UriKind.Relative));
        message.Headers.Accept.ParseAdd("application/fhir+json, application/json;q=0.9");
        Add(message, "Idempotency-Key", Key);
        Add(message, "X-Sas-Vendor", Vendor);
        Add(message, "If-Match", IfMatch is { } version ? string.Create(CultureInfo.InvariantCulture, $"W/\"{version}\"") : null);
        Add(message, "If-None-Exist", IfNoneExist);
        if (Body is not null)
        {
            message.Content = new StringContent(Body, System.Text.Encoding.UTF8, "application/fhir+json");
        }

        return message;
    }

    private static void Add(HttpRequestMessage message, string name, string? value)
    {
        if (value is not null)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
