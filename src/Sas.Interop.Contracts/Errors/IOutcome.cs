namespace Sas.Interop.Contracts.Errors;

/// <summary>What every <see cref="Outcome{T}"/> shares, for code that looks at failures whatever the type of the value.</summary>
public interface IOutcome
{
    /// <summary>The failure; null on success.</summary>
    HubError? Error { get; }
}
