namespace Sas.Interop.MockVendors;

/// <summary>What a mock server serves.</summary>
/// <param name="Vendors">The vendors, each under its name; the name <see cref="RootName"/> is served at the root.</param>
/// <param name="Port">Loopback port; 0 for a free one.</param>
internal sealed record MockVendorOptions(IReadOnlyList<MockVendor> Vendors, int Port = 0)
{
    public const string RootName = "default";

    /// <summary>Clock of templates and delays.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Numbers from 0 (included) to 1 (excluded), for random delays.</summary>
    public Func<double> Random { get; init; } = new Random().NextDouble;

    /// <summary>What the fault <c>slow</c> adds to each answer.</summary>
    public TimeSpan SlowBy { get; init; } = TimeSpan.FromSeconds(5);
}
