using System.Globalization;

using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Orientations;

/// <summary>The columns of the record as a table.</summary>
internal static class OrientationColumns
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "id", "kind", "state", "version", "createdAt", "changedAt", "regulatorSystem", "regulatorValue", "territory", "county", "postalCode",
        "owner", "place", "vendor", "slot", "start", "end", "appointment",
    ];

    public static IReadOnlyList<string?> Of(OrientationRow row) =>
    [
        row.Id, row.Kind, row.State, row.Version.ToString(CultureInfo.InvariantCulture), Text(row.CreatedAt), Text(row.ChangedAt), row.RegulatorSystem, row.RegulatorValue,
        row.Territory, Counties.Of(row.PostalCode), row.PostalCode, row.Owner, row.PlaceKey, row.VendorId, row.SlotId, Text(row.SlotStart), Text(row.SlotEnd), row.AppointmentId,
    ];

    private static string? Text(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
