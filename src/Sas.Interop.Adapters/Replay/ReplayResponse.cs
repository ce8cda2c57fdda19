namespace Sas.Interop.Adapters.Replay;

/// <summary>What a stub answers, ready to be sent by a front end: in process or over a socket.</summary>
internal sealed record ReplayResponse
{
    public required int Status { get; init; }

    /// <summary>Reason phrase; null for the usual one.</summary>
    public string? StatusMessage { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>How long to wait before the first byte.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Over how many pieces and how long the body is spread; null when it is sent at once.</summary>
    public Dribble? Dribble { get; init; }

    /// <summary>The way in which the connection breaks; null when it does not.</summary>
    public ReplayFault? Fault { get; init; }

    /// <summary>File and place of the stub that answered; null when none did.</summary>
    public string? Source { get; init; }

    /// <summary>Why the template of the stub failed, when the answer says just that; null otherwise.</summary>
    public string? TemplateFault { get; init; }

    /// <summary>Statuses and methods that have no body on the wire.</summary>
    public static bool HasBody(int status, string method) => status is not (204 or 304) && status >= 200 && method != "HEAD";
}
