using Sas.Interop.Contracts.Fhir;

namespace Sas.Interop.Hub.Fhir.Write;

/// <summary>What came of a request that writes.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The answer's resource.</param>
/// <param name="IsKept">Whether a repetition with the same <c>Idempotency-Key</c> gets the same answer: so when something was done, and not so when nothing was.</param>
internal sealed record WriteAnswer(int Status, Resource Body, bool IsKept)
{
    /// <summary>Nothing was done, and a repetition may fare better.</summary>
    public static WriteAnswer Of(WriteRefusal refusal) => new(refusal.Status, refusal.Outcome, IsKept: false);
}
