using System.Text;
using Sas.Interop.Adapters.Replay.Loading;
using Sas.Interop.Adapters.Replay.Templates;

namespace Sas.Interop.Adapters.Replay;

/// <summary>Plays mapping files: finds the stub of a request and makes its answer, as WireMock does. Thread-safe.</summary>
internal sealed class ReplayPlayer
{
    public const string StartState = "Started";

    private readonly Lock _states = new();
    private readonly Dictionary<string, string> _stateOf = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly Func<double> _random;

    public ReplayPlayer(IReadOnlyList<ReplayStub> stubs, TimeProvider time, Func<double> random)
    {
        Stubs = stubs;
        _time = time;
        _random = random;
    }

    /// <summary>The stubs in the order in which they are asked.</summary>
    public IReadOnlyList<ReplayStub> Stubs { get; }

    /// <summary>Loads folders that hold <c>mappings/</c> and, for body files, <c>__files/</c>; gives a player, or every fault of every file.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="time">Clock of templates and delays.</param>
    /// <param name="random">Numbers from 0 (included) to 1 (excluded), for random delays.</param>
    public static ReplayLoad Load(IReadOnlyList<string> folders, TimeProvider time, Func<double> random)
    {
        var loader = new MappingLoader();
        var stubs = loader.Load(folders);
        return loader.Faults.Count > 0
            ? new ReplayLoad(null, loader.Faults)
            : new ReplayLoad(new ReplayPlayer(stubs, time, random), []);
    }

    /// <summary>Answers a request; one that no stub answers gets a 404 in plain text.</summary>
    public ReplayResponse Play(ReplayRequest request)
    {
        var stub = Take(request);
        if (stub is null)
        {
            return Plain(404, $"No stub answers {request.Method} {request.Url}");
        }

        try
        {
            return Render(stub, request);
        }
        catch (TemplateFaultException exception)
        {
            return Plain(500, exception.Message) with { Source = stub.Source, TemplateFault = exception.Message };
        }
    }

    /// <summary>Puts every scenario back to its first state.</summary>
    public void ResetScenarios()
    {
        lock (_states)
        {
            _stateOf.Clear();
        }
    }

    /// <summary>Puts one scenario into a state.</summary>
    public void SetScenario(string scenario, string state)
    {
        lock (_states)
        {
            _stateOf[scenario] = state;
        }
    }

    private ReplayStub? Take(ReplayRequest request)
    {
        lock (_states)
        {
            foreach (var stub in Stubs)
            {
                if (!IsInState(stub) || !stub.Request.Matches(request))
                {
                    continue;
                }

                if (stub is { Scenario: { } scenario, NewState: { } state })
                {
                    _stateOf[scenario] = state;
                }

                return stub;
            }
        }

        return null;
    }

    private bool IsInState(ReplayStub stub) =>
        stub.Scenario is null || stub.RequiredState is null || _stateOf.GetValueOrDefault(stub.Scenario, StartState) == stub.RequiredState;

    private ReplayResponse Render(ReplayStub stub, ReplayRequest request)
    {
        var response = stub.Response;
        var now = _time.GetUtcNow();
        var model = RequestModel.Make(request, stub.Request.Url.Template, response.Parameters);
        return new ReplayResponse
        {
            Status = response.Status,
            StatusMessage = response.StatusMessage,
            Headers = [.. response.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.Evaluate(model, now)))],
            Body = ReplayResponse.HasBody(response.Status, request.Method) ? response.Body.Write(model, now) : default,
            Delay = response.Delay.Draw(_random),
            Dribble = response.Dribble,
            Fault = response.Fault,
            Source = stub.Source,
        };
    }

    private static ReplayResponse Plain(int status, string text) => new()
    {
        Status = status,
        Headers = [KeyValuePair.Create("Content-Type", "text/plain;charset=UTF-8")],
        Body = Encoding.UTF8.GetBytes(text),
    };
}
