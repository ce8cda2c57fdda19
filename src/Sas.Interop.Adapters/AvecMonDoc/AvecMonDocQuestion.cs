using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.AvecMonDoc;

/// <summary>What the slots of one reason are read with.</summary>
/// <param name="Organization">Number of the organization.</param>
/// <param name="Reason">Number of the reason.</param>
/// <param name="Type">How the visit takes place, in the vendor's word.</param>
/// <param name="Kind">What the slots share.</param>
/// <param name="Terms">What holds for every reason of the target.</param>
internal sealed record AvecMonDocQuestion(int Organization, int Reason, string Type, SlotKind Kind, AvecMonDocTerms Terms);

/// <summary>What holds for every reason of a target.</summary>
/// <param name="Doctor">Number of the only doctor wanted; null for all of the organization.</param>
/// <param name="Zone">Zone of the place.</param>
/// <param name="Length">Length of a slot without usable end.</param>
internal sealed record AvecMonDocTerms(string? Doctor, TimeZoneInfo Zone, TimeSpan Length);
