using System.Net;
using System.Net.Http.Headers;

namespace Sas.Interop.Benchmarks.Dialects;

/// <summary>Answers calls from memory: each answer is made once and repeated as the same bytes.</summary>
internal sealed class CannedTransport(DialectFeed feed) : HttpMessageHandler
{
    private readonly Dictionary<(Uri, bool), byte[]> _answers = [];

    /// <summary>Which of the two states of the agenda is told.</summary>
    public bool Changed { get; set; }

    /// <summary>Bodies answered since the list was emptied.</summary>
    public List<byte[]> Bodies { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("A call without an address.");
        if (!_answers.TryGetValue((uri, Changed), out var body))
        {
            body = feed.Answer(uri, Changed);
            _answers.Add((uri, Changed), body);
        }

        Bodies.Add(body);
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }
}
