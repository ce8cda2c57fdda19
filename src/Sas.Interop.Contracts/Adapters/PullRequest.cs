using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Contracts.Adapters;

/// <summary>A pull of some owners over one window.</summary>
/// <param name="Targets">1 to <see cref="ISlotSource.TargetsPerPull"/> targets.</param>
/// <param name="Window">The starts wanted; the ends are whole hours so that repeated requests can be conditional.</param>
public sealed record PullRequest(IReadOnlyList<PullTarget> Targets, TimeWindow Window);
