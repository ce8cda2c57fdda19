namespace Sas.Interop.Contracts.Booking;

/// <summary>A regulator's account as INT_R02 carries it (CONTRACT §4.2).</summary>
/// <param name="System">Identifier system: national authority or SAS platform.</param>
/// <param name="Value">Identifier value.</param>
/// <param name="Family">Family name.</param>
/// <param name="Given">First name.</param>
/// <param name="Email">Mail, also the login.</param>
/// <param name="Active">Whether the regulator is entitled.</param>
public sealed record RegulatorAccount(string System, string Value, string Family, string Given, string Email, bool Active)
{
    /// <summary>Further identifiers that the account has at the same time, such as the technical one beside the national one; none by default.</summary>
    public IReadOnlyList<RegulatorKey> Others { get; init; } = [];
}
