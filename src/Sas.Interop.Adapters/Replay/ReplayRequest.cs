using System.Text;

namespace Sas.Interop.Adapters.Replay;

/// <summary>A request as the player sees it. Path and query are compared as they were sent; only query values are decoded.</summary>
internal sealed class ReplayRequest
{
    private readonly Dictionary<string, List<string>> _query = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _headers = new(StringComparer.OrdinalIgnoreCase);
    private string? _bodyText;

    /// <summary>Takes a request apart.</summary>
    /// <param name="method">Method in capitals.</param>
    /// <param name="origin">Scheme, host and port that the caller addressed.</param>
    /// <param name="url">Path and query as sent, beginning with a slash.</param>
    /// <param name="headers">Headers; a name may repeat.</param>
    /// <param name="body">Body bytes; empty when there is none.</param>
    public ReplayRequest(string method, Uri origin, string url, IEnumerable<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body)
    {
        Method = method;
        Origin = origin;
        Url = url;
        Body = body;
        var question = url.IndexOf('?', StringComparison.Ordinal);
        Path = question < 0 ? url : url[..question];
        ReadQuery(question < 0 ? "" : url[(question + 1)..]);
        foreach (var (name, value) in headers)
        {
            Add(_headers, name, value);
        }
    }

    public string Method { get; }

    public Uri Origin { get; }

    public string Host => Origin.Host;

    public string Url { get; }

    public string Path { get; }

    public ReadOnlyMemory<byte> Body { get; }

    public string BodyText => _bodyText ??= Encoding.UTF8.GetString(Body.Span);

    public IEnumerable<string> QueryNames => _query.Keys;

    public IEnumerable<string> HeaderNames => _headers.Keys;

    public IReadOnlyList<string> QueryValues(string name) => _query.TryGetValue(name, out var values) ? values : [];

    public IReadOnlyList<string> HeaderValues(string name) => _headers.TryGetValue(name, out var values) ? values : [];

    private void ReadQuery(string query)
    {
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            Add(_query, Decode(equals < 0 ? pair : pair[..equals]), equals < 0 ? "" : Decode(pair[(equals + 1)..]));
        }
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static void Add(Dictionary<string, List<string>> target, string name, string value)
    {
        if (!target.TryGetValue(name, out var values))
        {
            target[name] = values = [];
        }

        values.Add(value);
    }
}
