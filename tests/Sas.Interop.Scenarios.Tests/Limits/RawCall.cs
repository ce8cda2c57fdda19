using System.Net.Sockets;
using System.Text;

namespace Sas.Interop.Scenarios.Tests.Limits;

/// <summary>A connection on which a test sends what no client library would.</summary>
internal sealed class RawCall : IAsyncDisposable
{
    private readonly TcpClient _socket = new();
    private StreamReader? _reader;

    /// <param name="root">Root of the hub.</param>
    /// <param name="receiveBuffer">Bytes that the system takes before the test reads; null for the usual.</param>
    public static async Task<RawCall> OpenAsync(Uri root, int? receiveBuffer = null)
    {
        var call = new RawCall();
        if (receiveBuffer is { } bytes)
        {
            call._socket.ReceiveBufferSize = bytes;
        }

        await call._socket.ConnectAsync("127.0.0.1", root.Port);
        return call;
    }

    /// <summary>A request whose body the hub has begun to wait for.</summary>
    public static async Task<RawCall> HoldAsync(Uri root, string line, int length = 1_000, string? vendor = null)
    {
        var call = await OpenAsync(root);
        var named = vendor is null ? string.Empty : $"X-Sas-Vendor: {vendor}\r\n";
        await call.SendAsync($"{line} HTTP/1.1\r\nHost: {root.Authority}\r\n{named}Content-Type: application/fhir+json\r\nContent-Length: {length}\r\nExpect: 100-continue\r\n\r\n");
        Assert.That(await call.LineAsync(), Does.Contain(" 100 "), "The server says so when the body begins to be read.");
        return call;
    }

    public async Task SendAsync(string text) => await _socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));

    public Task<string?> LineAsync() => Reader().ReadLineAsync();

    /// <returns>All that comes until the hub closes the connection, in whatever way.</returns>
    public async Task<string> ToEndAsync()
    {
        var all = new StringBuilder();
        var piece = new char[4_096];
        try
        {
            while (await Reader().ReadAsync(piece) is > 0 and var length)
            {
                all.Append(piece, 0, length);
            }
        }
        catch (IOException)
        {
            // A connection that is cut ends as well as one that is closed.
        }

        return all.ToString();
    }

    public ValueTask DisposeAsync()
    {
        _reader?.Dispose();
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private StreamReader Reader() => _reader ??= new StreamReader(_socket.GetStream(), Encoding.UTF8);
}
