namespace Sas.Interop.Adapters.Valwin;

/// <summary>One listed time, read.</summary>
/// <param name="Start">First instant.</param>
/// <param name="End">End, or null when the vendor gave none.</param>
/// <param name="Block">The opening block, which is the agenda; null when the vendor gave none.</param>
/// <param name="Offer">What can be booked.</param>
internal readonly record struct ValwinEntry(DateTimeOffset Start, DateTimeOffset? End, string? Block, ValwinOffer Offer);
