namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>How many orientations have the same territory, postal code, kind and state.</summary>
/// <param name="Territory">SAS territory, or null.</param>
/// <param name="PostalCode">Postal code of the place, or null.</param>
/// <param name="Kind">Name of an <see cref="OrientationKind"/>.</param>
/// <param name="State">Name of an <see cref="OrientationState"/>.</param>
/// <param name="Count">How many.</param>
/// <param name="Timed">Those of a slot, whose begin is known.</param>
/// <param name="Soon">Those of a slot that begins within 48 hours of the orientation.</param>
internal sealed record OrientationVolume(string? Territory, string? PostalCode, string Kind, string State, int Count, int Timed, int Soon);

/// <summary>One orientation as weekly counts need it.</summary>
internal sealed record OrientationMoment(string Owner, DateTimeOffset CreatedAt);

/// <summary>An orientation with every step of it, the first one first.</summary>
internal sealed record OrientationHistory(OrientationRow Row, IReadOnlyList<OrientationTransitionRow> Transitions);
