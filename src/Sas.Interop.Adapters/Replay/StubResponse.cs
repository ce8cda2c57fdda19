using Sas.Interop.Adapters.Replay.Templates;

namespace Sas.Interop.Adapters.Replay;

/// <summary>How a stub answers, compiled.</summary>
internal sealed record StubResponse
{
    public int Status { get; init; } = 200;

    public string? StatusMessage { get; init; }

    /// <summary>Headers in order; a plain value is a template without tags.</summary>
    public IReadOnlyList<KeyValuePair<string, CompiledTemplate>> Headers { get; init; } = [];

    public StubBody Body { get; init; } = StubBody.Empty;

    public ResponseDelay Delay { get; init; } = new(TimeSpan.Zero);

    public Dribble? Dribble { get; init; }

    public ReplayFault? Fault { get; init; }

    /// <summary>What templates see as <c>parameters</c>.</summary>
    public TemplateMap Parameters { get; init; } = new();
}
