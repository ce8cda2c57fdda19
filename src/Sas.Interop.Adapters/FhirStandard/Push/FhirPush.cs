using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard.Push;

/// <summary>What came of reading a pushed Bundle.</summary>
/// <param name="Snapshots">What to apply; empty when there is an error, so that nothing is half applied.</param>
/// <param name="Issues">Everything found, in the order of the text, up to a bound; lines are those of the body, of the entry where the element itself has none.</param>
/// <param name="Entries">Entries read.</param>
/// <param name="IsTransaction">Whether the Bundle is a transaction, whose answer lists every entry.</param>
/// <param name="HasErrors">Whether an error was found, listed or beyond the bound.</param>
internal sealed record FhirPush(IReadOnlyList<Snapshot> Snapshots, IReadOnlyList<FhirIssue> Issues, int Entries, bool IsTransaction, bool HasErrors);
