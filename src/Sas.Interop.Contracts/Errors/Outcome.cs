using System.Diagnostics.CodeAnalysis;

namespace Sas.Interop.Contracts.Errors;

/// <summary>Either a value or a <see cref="HubError"/>; what an outside party does wrong is returned, not thrown.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public readonly struct Outcome<T> : IOutcome
{
    private Outcome(T? value, HubError? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The value; null or default when <see cref="Error"/> is set.</summary>
    public T? Value { get; }

    /// <summary>The failure; null on success.</summary>
    public HubError? Error { get; }

    /// <summary>Whether <see cref="Value"/> holds.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>Wraps a value as a success.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>Wraps a failure.</summary>
    /// <param name="error">The failure.</param>
    public static implicit operator Outcome<T>(HubError error) => new(default, error);
}
