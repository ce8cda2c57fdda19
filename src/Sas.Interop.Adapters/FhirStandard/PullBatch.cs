using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>The targets that one search asks for.</summary>
/// <param name="Kind">What their owners are.</param>
/// <param name="Targets">The targets; two may have the same owner.</param>
internal sealed record PullBatch(OwnerKind Kind, IReadOnlyList<PullTarget> Targets)
{
    public IEnumerable<OwnerKey> Owners => Targets.Select(static target => target.Owner).Distinct();

    public static IEnumerable<PullBatch> Split(IReadOnlyList<PullTarget> targets) =>
        Split(targets, OwnerKind.Practitioner, FhirQueries.PractitionersPerCall)
            .Concat(Split(targets, OwnerKind.Association, FhirQueries.AssociationsPerCall));

    private static IEnumerable<PullBatch> Split(IReadOnlyList<PullTarget> targets, OwnerKind kind, int perCall) => targets
        .Where(target => target.Owner.Kind == kind)
        .GroupBy(static target => target.Owner)
        .Chunk(perCall)
        .Select(owners => new PullBatch(kind, [.. owners.SelectMany(static owner => owner)]));
}
