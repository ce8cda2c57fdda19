using Sas.Interop.Contracts.Booking;

namespace Sas.Interop.Hub.Persistence.Regulators;

/// <summary>What the platform says of a regulator, judged and bounded.</summary>
/// <param name="Identifiers">At least one; the first is the one that appointments are to name.</param>
/// <param name="Family">Family name.</param>
/// <param name="Given">First name.</param>
/// <param name="Email">Mail, also the login.</param>
/// <param name="Active">Whether the regulator is entitled.</param>
internal sealed record RegulatorState(IReadOnlyList<RegulatorKey> Identifiers, string Family, string Given, string Email, bool Active);
