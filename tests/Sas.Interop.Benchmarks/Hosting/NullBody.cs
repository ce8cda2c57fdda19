using System.IO.Pipelines;

using Microsoft.AspNetCore.Http.Features;

namespace Sas.Interop.Benchmarks.Hosting;

/// <summary>A response body that goes nowhere.</summary>
internal sealed class NullBody : IHttpResponseBodyFeature
{
    private readonly NullPipeWriter _writer = new();

    public Stream Stream => Stream.Null;

    public PipeWriter Writer => _writer;

    public long Written => _writer.Written;

    public void Reset() => _writer.Reset();

    public void DisableBuffering()
    {
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("No answer of the hub is a file.");

    public Task CompleteAsync() => Task.CompletedTask;
}
