namespace Sas.Interop.Adapters.Doctolib;

/// <summary>What to ask for one target.</summary>
/// <param name="Practices">Practice ids of the place.</param>
/// <param name="Requests">One item for each slot request; empty when nothing is open to new patients.</param>
/// <param name="Place">The place of the profile that the deep link names, or null.</param>
/// <param name="TelephoneOnly">Whether no agenda of the place takes bookings online.</param>
internal sealed record DoctolibPlan(
    IReadOnlyList<string> Practices,
    IReadOnlyList<DoctolibMotiveRequest> Requests,
    DoctolibPlace? Place,
    bool TelephoneOnly);

/// <summary>One motive (or several of one name) with the agendas that list it, in the order of the profile.</summary>
internal sealed record DoctolibMotiveRequest(IReadOnlyList<string> Motives, string? Name, IReadOnlyList<string> Agendas);
