using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Sas.Interop.TestKit;

/// <summary>Answers requests from a script: the first route whose test accepts the request answers it; no route gives 404. Every request is kept.</summary>
public sealed class ScriptedHttpHandler : HttpMessageHandler
{
    private readonly List<(Func<HttpRequestMessage, bool> Matches, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Answer)> _routes = [];
    private readonly ConcurrentQueue<ScriptedRequest> _requests = new();

    public IReadOnlyList<ScriptedRequest> Requests => [.. _requests];

    /// <summary>Adds a JSON answer for every request whose path and query contain a text.</summary>
    public ScriptedHttpHandler Json(string pathContains, string json) => Answer(pathContains, () => JsonResponse(json));

    public ScriptedHttpHandler Answer(string pathContains, Func<HttpResponseMessage> answer) =>
        On(request => Contains(request, pathContains), (_, _) => Task.FromResult(answer()));

    public ScriptedHttpHandler On(
        Func<HttpRequestMessage, bool> matches,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _routes.Add((matches, answer));
        return this;
    }

    /// <summary>Puts an answer in front of the routes added so far.</summary>
    public ScriptedHttpHandler Override(string pathContains, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _routes.Insert(0, (request => Contains(request, pathContains), answer));
        return this;
    }

    public static HttpResponseMessage JsonResponse(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        _requests.Enqueue(new ScriptedRequest(request.Method.Method, request.RequestUri?.AbsoluteUri ?? string.Empty, Headers(request), body));
        foreach (var (matches, answer) in _routes)
        {
            if (matches(request))
            {
                return await answer(request, cancellationToken);
            }
        }

        return new HttpResponseMessage(HttpStatusCode.NotFound);
    }

    private static bool Contains(HttpRequestMessage request, string text) =>
        request.RequestUri?.PathAndQuery.Contains(text, StringComparison.Ordinal) == true;

    private static Dictionary<string, string> Headers(HttpRequestMessage request) =>
        request.Headers.ToDictionary(static header => header.Key, static header => string.Join(' ', header.Value), StringComparer.OrdinalIgnoreCase);
}
