using Sas.Interop.Contracts.Booking;

namespace Sas.Interop.Hub.Persistence.Regulators;

/// <summary>An account as it is kept.</summary>
/// <param name="Id">The hub's id of the resource.</param>
/// <param name="Version">1 at creation; raised with each change.</param>
/// <param name="UpdatedAt">When that version was made.</param>
/// <param name="State">What the platform said last.</param>
/// <param name="Content">The resource as it is served, JSON.</param>
internal sealed record StoredRegulator(string Id, int Version, DateTimeOffset UpdatedAt, RegulatorState State, string Content)
{
    /// <summary>The identifier that appointments are to name.</summary>
    public RegulatorKey Present => State.Identifiers[0];

    public static StoredRegulator Of(RegulatorRow row, IEnumerable<RegulatorIdentifierRow> identifiers) =>
        new(row.Id, row.Version, row.UpdatedAt, new RegulatorState(Named(row, identifiers), row.Family, row.Given, row.Email, row.Active), row.Content);

    // An account whose identifiers were all given to others still shows the last one that it had.
    private static List<RegulatorKey> Named(RegulatorRow row, IEnumerable<RegulatorIdentifierRow> identifiers)
    {
        var present = new RegulatorKey(row.System, row.Value);
        var others = identifiers.Where(identifier => identifier.IsCurrent && identifier.RegulatorId == row.Id)
            .Select(static identifier => new RegulatorKey(identifier.System, identifier.Value))
            .Where(identifier => identifier != present)
            .OrderBy(static identifier => identifier.System, StringComparer.Ordinal)
            .ThenBy(static identifier => identifier.Value, StringComparer.Ordinal);
        return [present, .. others];
    }
}
