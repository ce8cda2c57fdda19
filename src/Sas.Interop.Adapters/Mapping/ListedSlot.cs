namespace Sas.Interop.Adapters.Mapping;

/// <summary>One free time as a vendor lists it, before an end is found for it.</summary>
/// <param name="Start">Its start.</param>
/// <param name="End">Its end on the wire, or null.</param>
/// <param name="Agenda">The agenda that it belongs to, or null when the vendor does not tell.</param>
internal readonly record struct ListedSlot(DateTimeOffset Start, DateTimeOffset? End, string? Agenda);
