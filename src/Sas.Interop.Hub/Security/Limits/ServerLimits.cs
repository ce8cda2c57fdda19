using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Security.Limits;

/// <summary>Sets the server's own bounds from the options.</summary>
internal sealed class ServerLimits(IOptions<LimitsOptions> options) : IConfigureOptions<KestrelServerOptions>
{
    // The server wants room for a whole head, and reads bodies in pieces of at most this.
    private const long LeastBuffer = 1024 * 1024;

    public void Configure(KestrelServerOptions server)
    {
        var bounds = options.Value.Connections;
        var limits = server.Limits;
        limits.MaxConcurrentConnections = bounds.Most;
        limits.MaxRequestLineSize = bounds.RequestLineBytes;
        limits.MaxRequestHeadersTotalSize = bounds.HeaderBytes;
        limits.MaxRequestHeaderCount = bounds.Headers;
        limits.MaxRequestBufferSize = Math.Max(LeastBuffer, Math.Max(bounds.RequestLineBytes, bounds.HeaderBytes));
        limits.RequestHeadersTimeout = bounds.HeadWithin;
        limits.KeepAliveTimeout = bounds.IdleFor;
        limits.MinRequestBodyDataRate = new MinDataRate(bounds.SlowestBody, bounds.SlowFor);
        limits.MinResponseDataRate = new MinDataRate(bounds.SlowestReader, bounds.SlowFor);
        limits.Http2.MaxStreamsPerConnection = bounds.Streams;
        limits.Http2.MaxRequestHeaderFieldSize = bounds.StreamHeaderBytes;
    }
}
