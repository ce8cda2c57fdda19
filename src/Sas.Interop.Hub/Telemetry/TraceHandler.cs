namespace Sas.Interop.Hub.Telemetry;

/// <summary>Tells whoever is called which trace the call belongs to. Nothing else of the context leaves the hub: no baggage.</summary>
internal sealed class TraceHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (TraceContext.Parent is { } parent && !request.Headers.Contains(TraceContext.ParentHeader))
        {
            request.Headers.TryAddWithoutValidation(TraceContext.ParentHeader, parent);
            if (TraceContext.State is { } state)
            {
                request.Headers.TryAddWithoutValidation(TraceContext.StateHeader, state);
            }
        }

        return base.SendAsync(request, cancellationToken);
    }
}
