using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Sas.Interop.Scenarios.Tests.Trust;

/// <summary>Greetings of TLS made by hand, in versions that no client of this machine offers any more, and what the server says first.</summary>
internal static class RawHello
{
    public const int Alert = 0x15;
    public const int Handshake = 0x16;

    private static readonly ushort[] Suites = [0xC02B, 0xC02F, 0xC009, 0xC00A, 0xC013, 0xC014, 0x009C, 0x002F, 0x0035, 0x000A];

    /// <returns>The first bytes of the answer; empty when the server closed without a word.</returns>
    public static async Task<byte[]> SendAsync(int port, byte[] hello)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(hello);
        var answer = new byte[1_024];
        try
        {
            return answer[..await stream.ReadAsync(answer)];
        }
        catch (IOException)
        {
            // A reset is a refusal too.
            return [];
        }
    }

    /// <param name="version">Of the greeting: 0x0300 is SSL 3, 0x0301 TLS 1.0 and so on.</param>
    /// <param name="ticket">Whether the client says that it would resume a session by a ticket.</param>
    public static byte[] Of(ushort version, bool ticket = false)
    {
        var body = new List<byte>();
        Add(body, version);
        body.AddRange(Enumerable.Repeat((byte)0x42, 32));
        body.Add(0);
        Add(body, (ushort)(2 * Suites.Length));
        foreach (var suite in Suites)
        {
            Add(body, suite);
        }

        body.AddRange([1, 0]);
        if (version >= 0x0301)
        {
            var extensions = new List<byte>();
            Extension(extensions, 0x000A, [0, 4, 0, 23, 0, 24]);
            Extension(extensions, 0x000B, [1, 0]);
            if (version >= 0x0303)
            {
                Extension(extensions, 0x000D, [0, 8, 4, 3, 5, 3, 4, 1, 8, 4]);
            }

            if (ticket)
            {
                Extension(extensions, 0x0023, []);
            }

            Add(body, (ushort)extensions.Count);
            body.AddRange(extensions);
        }

        byte[] hello = [1, 0, (byte)(body.Count >> 8), (byte)body.Count, .. body];
        var record = version < 0x0303 ? version : (ushort)0x0301;
        return [Handshake, (byte)(record >> 8), (byte)record, (byte)(hello.Length >> 8), (byte)hello.Length, .. hello];
    }

    /// <summary>The greeting of SSL 2, which has a form of its own.</summary>
    public static byte[] OfSsl2()
    {
        byte[] body = [1, 0, 2, 0, 6, 0, 0, 0, 16, 1, 0, 0x80, 3, 0, 0x80, .. Enumerable.Repeat((byte)0x42, 16)];
        return [0x80, (byte)body.Length, .. body];
    }

    /// <summary>What the server's greeting says of sessions: the length of the session's name, and the extensions.</summary>
    public static (int SessionId, IReadOnlyList<ushort> Extensions) ReadServerHello(ReadOnlySpan<byte> record)
    {
        var at = 5 + 4 + 2 + 32;
        var session = record[at];
        at += 1 + session + 2 + 1;
        var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(record[at..]);
        var extensions = new List<ushort>();
        for (at += 2; at < end; at += 4 + BinaryPrimitives.ReadUInt16BigEndian(record[(at + 2)..]))
        {
            extensions.Add(BinaryPrimitives.ReadUInt16BigEndian(record[at..]));
        }

        return (session, extensions);
    }

    private static void Extension(List<byte> all, ushort type, byte[] value)
    {
        Add(all, type);
        Add(all, (ushort)value.Length);
        all.AddRange(value);
    }

    private static void Add(List<byte> all, ushort value) => all.AddRange([(byte)(value >> 8), (byte)value]);
}
