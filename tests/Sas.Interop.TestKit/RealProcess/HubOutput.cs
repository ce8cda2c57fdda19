using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.TestKit.RealProcess;

/// <summary>The last lines that a process wrote to one of its streams. Thread-safe; bounded in lines and in their length.</summary>
public sealed class HubOutput
{
    private const int MostLines = 20_000;
    private const int LongestLine = 4_000;
    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = new();

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public string Text => string.Join('\n', Lines);

    public async Task DrainAsync(TextReader reader)
    {
        using var kept = TraceRoot.Open(TraceRoot.Output, "hub");
        while (await reader.ReadLineAsync() is { } line)
        {
            kept?.WriteLine(line);
            lock (_gate)
            {
                _lines.Enqueue(line.Length > LongestLine ? line[..LongestLine] : line);
                if (_lines.Count > MostLines)
                {
                    _lines.Dequeue();
                }
            }
        }
    }

    public int Count(string part) => Lines.Count(line => line.Contains(part, StringComparison.Ordinal));
}
