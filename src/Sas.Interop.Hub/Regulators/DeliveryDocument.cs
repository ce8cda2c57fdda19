using System.Globalization;

using Sas.Interop.Hub.Persistence.Regulators;

namespace Sas.Interop.Hub.Regulators;

/// <summary>How far the vendors are with one account.</summary>
/// <param name="Id">The hub's id of the account.</param>
/// <param name="Version">Version that the vendors are to have.</param>
/// <param name="Active">Whether the account is entitled.</param>
/// <param name="Deliveries">One for each vendor that keeps accounts.</param>
internal sealed record DeliveriesDocument(string Id, int Version, bool Active, IReadOnlyList<DeliveryDocument> Deliveries);

/// <summary>How far one vendor is.</summary>
/// <param name="Vendor">Id of the vendor.</param>
/// <param name="State">pending, delivered, refused, gaveUp or notNeeded.</param>
/// <param name="DeliveredVersion">The version that the vendor has confirmed; 0 when none.</param>
/// <param name="Attempts">Attempts since the account changed, the one that succeeded not counted.</param>
internal sealed record DeliveryDocument(string Vendor, string State, int DeliveredVersion, int Attempts)
{
    public string? DeliveredAt { get; init; }

    public string? AttemptedAt { get; init; }

    public string? NextAttemptAt { get; init; }

    /// <summary>What the last attempt ended with; null when it succeeded or there was none.</summary>
    public DeliveryErrorDocument? Error { get; init; }

    public static DeliveryDocument Of(RegulatorDeliveryRow row) => new(row.VendorId, Word(row.State), row.DeliveredVersion, row.Attempts)
    {
        DeliveredAt = Text(row.DeliveredAt),
        AttemptedAt = Text(row.AttemptedAt),
        NextAttemptAt = Text(row.DueAt),
        Error = row.Error is { } code ? new DeliveryErrorDocument(code, row.ErrorDetail) : null,
    };

    /// <summary>The name of a state as JSON has it.</summary>
    public static string Word(string state) => char.ToLowerInvariant(state[0]) + state[1..];

    /// <summary>An instant as JSON has it; null for none.</summary>
    public static string? Text(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
}

/// <summary>Why a vendor did not take an account.</summary>
/// <param name="Code">Name of the error.</param>
/// <param name="Message">What was seen, without personal data.</param>
internal sealed record DeliveryErrorDocument(string Code, string? Message);
