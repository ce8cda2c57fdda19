using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>What slots have in common as far as a slot alone tells: the kind without its communities, and the references to them.</summary>
internal sealed record DraftKind(SlotKind Kind, IReadOnlyList<string> Communities)
{
    public bool Equals(DraftKind? other) =>
        other is not null && Kind.Equals(other.Kind) && Communities.SequenceEqual(other.Communities, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Kind, Communities.Count, Communities.Count == 0 ? null : Communities[0]);
}
