using System.Text;

namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>The requests that a stub answers.</summary>
internal sealed record RequestPattern
{
    /// <summary>The method, in capitals; null for any.</summary>
    public string? Method { get; init; }

    public required UrlPattern Url { get; init; }

    /// <summary>Condition on the host name; null for any.</summary>
    public ValuePattern? Host { get; init; }

    public IReadOnlyDictionary<string, MultiValuePattern> Query { get; init; } = new Dictionary<string, MultiValuePattern>();

    public IReadOnlyDictionary<string, MultiValuePattern> Headers { get; init; } = new Dictionary<string, MultiValuePattern>();

    public IReadOnlyDictionary<string, ValuePattern> PathParameters { get; init; } = new Dictionary<string, ValuePattern>();

    public IReadOnlyList<ValuePattern> Body { get; init; } = [];

    /// <summary>The expected credentials, encoded; null when none are.</summary>
    public string? BasicCredentials { get; init; }

    public bool Matches(ReplayRequest request) =>
        (Method is null || Method == request.Method)
        && Url.Matches(request)
        && Host?.Matches(request.Host) != false
        && Query.All(condition => condition.Value.Matches(request.QueryValues(condition.Key)))
        && Headers.All(condition => condition.Value.Matches(request.HeaderValues(condition.Key)))
        && MatchesPathParameters(request)
        && MatchesCredentials(request)
        && Body.All(condition => condition.Matches(request.BodyText.Length == 0 ? null : request.BodyText));

    private bool MatchesPathParameters(ReplayRequest request)
    {
        if (PathParameters.Count == 0)
        {
            return true;
        }

        var values = Url.Template?.Match(request.Path);
        return values is not null && PathParameters.All(condition => condition.Value.Matches(values.GetValueOrDefault(condition.Key)));
    }

    // The word "Basic" is compared without regard to case, the credentials with it.
    private bool MatchesCredentials(ReplayRequest request) =>
        BasicCredentials is null
        || request.HeaderValues("Authorization").Any(value =>
            value.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) && value.AsSpan(6).SequenceEqual(BasicCredentials));

    public static string Encode(string username, string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"));
}
