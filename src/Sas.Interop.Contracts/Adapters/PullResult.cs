using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Contracts.Adapters;

/// <summary>What came of one target of a pull. Every target of a request gets at least one result; a target may get several snapshots with disjoint coverage.</summary>
/// <param name="Target">The target, the same instance as in the request.</param>
/// <param name="Outcome">A snapshot, or why there is none. A failure speaks for nothing and closes nothing.</param>
public readonly record struct PullResult(PullTarget Target, Outcome<Snapshot> Outcome);
