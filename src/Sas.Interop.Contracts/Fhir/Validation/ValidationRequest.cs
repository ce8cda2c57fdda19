namespace Sas.Interop.Contracts.Fhir.Validation;

/// <summary>What to validate against, and the bounds of one validation.</summary>
public sealed record ValidationRequest
{
    /// <summary>The deepest <see cref="MaxDepth"/> that can be asked for, so that a validation never exhausts the stack.</summary>
    public const int DepthCeiling = 64;

    /// <summary>No profile and the documented bounds.</summary>
    public static ValidationRequest Default { get; } = new();

    /// <summary>The resource type that is due, such as the one of the route; null when any is.</summary>
    public string? ResourceType { get; init; }

    /// <summary>
    /// Canonical URLs that the resource must conform to, a <c>|version</c> being tolerated. Empty: those of its <c>meta.profile</c>.
    /// Entries of a Bundle and contained resources are always judged by their own <c>meta.profile</c>, and by what the profile of their container demands.
    /// </summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>Issues kept, errors first; then one that says there are more. Of one rule at most 20 warnings or remarks are kept. 1 to 10 000, default 200.</summary>
    public int MaxIssues { get; init => field = Bounded(value, 10_000); } = 200;

    /// <summary>Bytes of the resource; beyond it one fatal issue. Default 10 MiB, at most 64 MiB.</summary>
    public int MaxBytes { get; init => field = Bounded(value, 64 * 1024 * 1024); } = 10 * 1024 * 1024;

    /// <summary>Nested objects and lists; beyond it one fatal issue. Default 48, at most <see cref="DepthCeiling"/>.</summary>
    public int MaxDepth { get; init => field = Bounded(value, DepthCeiling); } = 48;

    /// <summary>Objects and values together; beyond it one fatal issue. Default 500 000, at most 4 000 000.</summary>
    public int MaxNodes { get; init => field = Bounded(value, 4_000_000); } = 500_000;

    private static int Bounded(int value, int ceiling)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ceiling);
        return value;
    }
}
