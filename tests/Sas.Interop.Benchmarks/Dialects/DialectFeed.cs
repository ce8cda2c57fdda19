using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Benchmarks.Dialects;

/// <summary>Prepared answers of one dialect.</summary>
/// <param name="Dialect">Its name.</param>
/// <param name="Targets">Who is pulled at once.</param>
/// <param name="Answer">The answer to a call, in one of two states of the agenda.</param>
internal sealed record DialectFeed(string Dialect, IReadOnlyList<PullTarget> Targets, Func<Uri, bool, byte[]> Answer);
