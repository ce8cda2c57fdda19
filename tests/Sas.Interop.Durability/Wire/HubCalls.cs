namespace Sas.Interop.Durability.Wire;

/// <summary>Calls one running hub.</summary>
internal sealed class HubCalls : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpClient _http;

    /// <param name="root">Root of the hub.</param>
    /// <param name="connections">Connections at most.</param>
    public HubCalls(Uri root, int connections)
    {
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = connections };
        _http = new HttpClient(handler) { BaseAddress = root, Timeout = Patience };
    }

    /// <exception cref="HubGoneException">The connection ended without an answer.</exception>
    /// <exception cref="TimeoutException">The hub lives and does not answer.</exception>
    public async Task<Reply> SendAsync(Call call)
    {
        try
        {
            using var message = call.ToMessage();
            using var response = await _http.SendAsync(message);
            return await Reply.ReadAsync(response);
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            throw new HubGoneException(gone);
        }
        catch (TaskCanceledException late)
        {
            throw new TimeoutException($"{call.Method} {call.Path} was not answered within {Patience.TotalSeconds:0} s.", late);
        }
    }

    public void Dispose() => _http.Dispose();
}
