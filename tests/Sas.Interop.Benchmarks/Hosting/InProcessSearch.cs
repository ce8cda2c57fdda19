using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Sas.Interop.Benchmarks.Hosting;

/// <summary>Calls the hub's own endpoint of slot searches without server, socket and middleware: parse, look up, write. Not safe for concurrent use.</summary>
internal sealed class InProcessSearch
{
    private readonly NullBody _body = new();
    private readonly RequestDelegate _endpoint;
    private readonly IServiceProvider _services;

    public InProcessSearch(WebApplication application)
    {
        _services = application.Services;
        _endpoint = ((IEndpointRouteBuilder)application).DataSources
            .SelectMany(static source => source.Endpoints).OfType<RouteEndpoint>()
            .First(static endpoint => endpoint.RoutePattern.RawText == "/fhir/Slot" && Methods(endpoint).Contains(HttpMethods.Get))
            .RequestDelegate ?? throw new InvalidOperationException("The endpoint of slot searches cannot be called.");
    }

    /// <summary>Runs one search.</summary>
    /// <param name="target">Path and query.</param>
    /// <returns>Bytes of the answer.</returns>
    /// <exception cref="InvalidOperationException">The answer is another than 200.</exception>
    public async ValueTask<long> RunAsync(string target)
    {
        _body.Reset();
        var context = new DefaultHttpContext { RequestServices = _services };
        context.Features.Set<IHttpResponseBodyFeature>(_body);
        var query = target.IndexOf('?', StringComparison.Ordinal);
        context.Request.Method = HttpMethods.Get;
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("127.0.0.1");
        context.Request.Path = target[..query];
        context.Request.QueryString = new QueryString(target[query..]);
        await _endpoint(context);
        return context.Response.StatusCode == StatusCodes.Status200OK
            ? _body.Written
            : throw new InvalidOperationException($"A search was answered with {context.Response.StatusCode}.");
    }

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
}
