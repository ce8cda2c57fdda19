using System.Net;
using System.Net.Sockets;

namespace Sas.Interop.Adapters.Replay;

/// <summary>Answers HTTP calls from mapping files inside the process, one player per host name; no socket is opened.</summary>
internal sealed class ReplayMessageHandler(IReadOnlyDictionary<string, ReplayPlayer> players, TimeProvider time) : HttpMessageHandler
{
    private const int MaxRequestBody = 4 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri ?? throw new InvalidOperationException("A request needs an address.");
        if (!players.TryGetValue(address.Host, out var player))
        {
            throw new HttpRequestException(HttpRequestError.NameResolutionError, $"The sandbox has no host '{address.Host}'.");
        }

        var response = player.Play(await ReadAsync(request, address, cancellationToken));
        if (response.Delay > TimeSpan.Zero)
        {
            await Task.Delay(response.Delay, time, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return response.Fault switch
        {
            null or ReplayFault.MalformedResponseChunk => Message(request, response),
            ReplayFault.EmptyResponse => throw Broken(HttpRequestError.ResponseEnded, "The response ended prematurely.", SocketError.Disconnecting),
            ReplayFault.RandomDataThenClose => throw new HttpRequestException(HttpRequestError.InvalidResponse, "The server returned an invalid or unrecognized response."),
            _ => throw Broken(HttpRequestError.Unknown, "An error occurred while sending the request.", SocketError.ConnectionReset),
        };
    }

    private static async Task<ReplayRequest> ReadAsync(HttpRequestMessage request, Uri address, CancellationToken cancellationToken)
    {
        var body = Array.Empty<byte>();
        var headers = Flatten(request.Headers);
        if (request.Content is { } content)
        {
            await content.LoadIntoBufferAsync(MaxRequestBody, cancellationToken);
            body = await content.ReadAsByteArrayAsync(cancellationToken);
            headers = headers.Concat(Flatten(content.Headers));
        }

        // A socket would carry the host as a header, so conditions on it see it here too.
        if (request.Headers.Host is null)
        {
            headers = headers.Append(KeyValuePair.Create("Host", address.Authority));
        }

        return new ReplayRequest(request.Method.Method, new Uri(address.GetLeftPart(UriPartial.Authority)), address.PathAndQuery, headers, body);
    }

    // Several values of one header travel as one, joined the way the header wants it.
    private static IEnumerable<KeyValuePair<string, string>> Flatten(System.Net.Http.Headers.HttpHeaders headers) =>
        headers.NonValidated.Select(static header => KeyValuePair.Create(header.Key, header.Value.ToString()));

    private HttpResponseMessage Message(HttpRequestMessage request, ReplayResponse response)
    {
        var isBroken = response.Fault == ReplayFault.MalformedResponseChunk;
        var message = new HttpResponseMessage(isBroken ? HttpStatusCode.OK : (HttpStatusCode)response.Status)
        {
            RequestMessage = request,
            ReasonPhrase = response.StatusMessage,
            Content = isBroken || response.Dribble is not null ? new BrokenOrSlowContent(response, time) : new ReadOnlyMemoryContent(response.Body),
        };
        foreach (var (name, value) in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    private static HttpRequestException Broken(HttpRequestError error, string message, SocketError cause) =>
        new(error, message, new HttpIOException(error, message, new SocketException((int)cause)));
}
