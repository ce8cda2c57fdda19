using System.Net.Security;
using System.Net.Sockets;

namespace Sas.Interop.NationalLoad.Driving;

/// <summary>
/// One kept-alive HTTP/1.1 connection that is as cheap as can be, since it shares the machine with what it measures: blocking calls on a thread of its own,
/// one request at a time, of the answer nothing but its status and the length of its body.
/// </summary>
internal sealed class RawConnection : IDisposable
{
    private const int BufferBytes = 1 << 16;
    private const int WindowBytes = 1 << 22;
    private const int SegmentBytes = 1448;

    // SOL_TCP and TCP_MAXSEG of Linux.
    private const int TcpLevel = 6;
    private const int LargestSegment = 2;
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[BufferBytes];
    private readonly SslStream? _secure;
    private int _start;
    private int _end;

    /// <param name="settings">Where to, and how.</param>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The handshake failed.</exception>
    public RawConnection(LoadSettings settings)
    {
        _socket.ReceiveTimeout = (int)settings.Patience.TotalMilliseconds;
        _socket.SendTimeout = (int)settings.Patience.TotalMilliseconds;
        if (settings.LikeNetwork)
        {
            _socket.ReceiveBufferSize = WindowBytes;
            if (OperatingSystem.IsLinux())
            {
                _socket.SetRawSocketOption(TcpLevel, LargestSegment, BitConverter.GetBytes(SegmentBytes));
            }
        }

        _socket.Connect(settings.Target.Host, settings.Target.Port);
        if (settings.Trust is not null)
        {
            _secure = new SslStream(new NetworkStream(_socket));
            _secure.AuthenticateAsClient(settings.Trust);
        }
    }

    /// <summary>Sends a request and reads its answer to the end.</summary>
    /// <returns>Status, and length of the body without the framing of chunks.</returns>
    /// <exception cref="SocketException">The connection failed, or nothing came for too long.</exception>
    /// <exception cref="IOException">The same, over TLS.</exception>
    /// <exception cref="InvalidDataException">What came is no answer in HTTP/1.1.</exception>
    public (int Status, long BodyBytes) Exchange(ReadOnlySpan<byte> request)
    {
        Send(request);
        var head = ReadHead();
        var body = head.Chunked ? SkipChunks() : Skip(head.Length);
        return (head.Status, body);
    }

    public void Dispose()
    {
        _secure?.Dispose();
        _socket.Dispose();
    }

    private static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private void Send(ReadOnlySpan<byte> request)
    {
        if (_secure is not null)
        {
            _secure.Write(request);
            return;
        }

        for (var sent = 0; sent < request.Length;)
        {
            sent += _socket.Send(request[sent..]);
        }
    }

    private ResponseHead ReadHead()
    {
        while (true)
        {
            var received = _buffer.AsSpan(_start, _end - _start);
            var length = received.IndexOf("\r\n\r\n"u8);
            if (length >= 0)
            {
                _start += length + 4;
                return ResponseHead.Parse(received[..(length + 2)]);
            }

            Receive();
        }
    }

    private long Skip(long length)
    {
        for (var left = length; left > 0;)
        {
            if (_start == _end)
            {
                Receive();
            }

            var step = (int)Math.Min(left, _end - _start);
            _start += step;
            left -= step;
        }

        return length;
    }

    private long SkipChunks()
    {
        long body = 0;
        while (true)
        {
            var size = ReadSize();
            Skip(size + 2);
            if (size == 0)
            {
                return body;
            }

            body += size;
        }
    }

    private long ReadSize()
    {
        long size = 0;
        while (true)
        {
            if (_start == _end)
            {
                Receive();
            }

            var digit = _buffer[_start++];
            if (digit == '\n')
            {
                return size;
            }

            if (digit != '\r')
            {
                size = char.IsAsciiHexDigit((char)digit) && size < int.MaxValue
                    ? (size << 4) + HexValue(digit)
                    : throw new InvalidDataException("A chunk of the answer has no readable size.");
            }
        }
    }

    private void Receive()
    {
        if (_start == _end)
        {
            (_start, _end) = (0, 0);
        }
        else if (_end == _buffer.Length)
        {
            if (_start == 0)
            {
                throw new InvalidDataException("The head of the answer is longer than 64 KiB.");
            }

            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        var received = _secure?.Read(_buffer.AsSpan(_end)) ?? _socket.Receive(_buffer.AsSpan(_end));
        _end += received > 0 ? received : throw new InvalidDataException("The server ended the connection within an answer.");
    }
}
