using System.Collections.Concurrent;

using Microsoft.Extensions.Logging;

using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Hub.Tests.Polling;

/// <summary>Keeps log lines by event number.</summary>
internal sealed class LogRecorder : ILoggerProvider, ILogger
{
    private static readonly TextWriter? Kept = TraceRoot.Open(TraceRoot.LogLines, "rooms");

    public ConcurrentQueue<(int Id, LogLevel Level, string Text)> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var text = formatter(state, exception);
        Kept?.WriteLine($"{eventId.Id} {text} {exception}");
        Lines.Enqueue((eventId.Id, logLevel, text));
    }

    public void Dispose()
    {
    }
}
