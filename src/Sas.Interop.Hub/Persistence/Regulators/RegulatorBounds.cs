using Sas.Interop.Contracts.Booking;

namespace Sas.Interop.Hub.Persistence.Regulators;

/// <summary>What a write may leave behind.</summary>
/// <param name="MaxAccounts">Accounts that are kept, those withdrawn included.</param>
/// <param name="Vendors">Vendors that are to be told.</param>
internal sealed record RegulatorBounds(int MaxAccounts, IReadOnlyList<string> Vendors)
{
    /// <summary>Identifiers that one account has and had.</summary>
    public const int MostIdentifiers = 100;

    /// <summary>An identifier that becomes an alias of the account.</summary>
    public RegulatorKey? Alias { get; init; }
}
