using Sas.Interop.Adapters.Replay.Matching;

namespace Sas.Interop.Adapters.Replay;

/// <summary>One stub: which requests it answers, in which state, and how.</summary>
internal sealed record ReplayStub
{
    /// <summary>File and place, for messages.</summary>
    public required string Source { get; init; }

    /// <summary>Lower ones are asked first.</summary>
    public int Priority { get; init; } = 5;

    public required RequestPattern Request { get; init; }

    public required StubResponse Response { get; init; }

    /// <summary>The state machine that the stub belongs to; null for none.</summary>
    public string? Scenario { get; init; }

    /// <summary>The state in which it answers; null for any.</summary>
    public string? RequiredState { get; init; }

    /// <summary>The state after it answered; null for the same.</summary>
    public string? NewState { get; init; }

    /// <summary>Concrete requests that it answers, from <c>metadata.examples</c>.</summary>
    public IReadOnlyList<ExampleRequest> Examples { get; init; } = [];
}
