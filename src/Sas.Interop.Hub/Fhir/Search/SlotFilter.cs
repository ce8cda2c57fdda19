using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>R4's own criteria on slots, which the contract does not name and the index can answer. All must hold.</summary>
internal sealed class SlotFilter
{
    private readonly List<TokenCriterion> _security = [];
    private readonly List<TokenCriterion> _serviceTypes = [];
    private readonly List<TokenCriterion> _specialties = [];
    private readonly List<TokenCriterion> _appointmentTypes = [];

    /// <summary>Slots by id; null for any.</summary>
    public HashSet<(OwnerKey Owner, ulong Slot)>? Slots { get; set; }

    /// <summary>Schedules by id; null for any.</summary>
    public HashSet<(OwnerKey Owner, PlaceId Place)>? Schedules { get; set; }

    /// <summary>Spans in which <c>meta.lastUpdated</c> must lie.</summary>
    public List<InstantRange> LastUpdated { get; } = [];

    /// <summary>Whether the owner must take part in the reorientation package, or must not; null for any.</summary>
    public bool? ReorientationPackage { get; set; }

    /// <summary>The criterion list of a token parameter; null when the parameter is none.</summary>
    public List<TokenCriterion>? Tokens(ReadOnlySpan<char> parameter) => parameter switch
    {
        "_security" => _security,
        "service-type" => _serviceTypes,
        "specialty" => _specialties,
        "appointment-type" => _appointmentTypes,
        _ => null,
    };

    public bool AcceptsPlace(OwnerKey owner, PlaceId place) => Schedules is null || Schedules.Contains((owner, place));

    public bool AcceptsSlot(OwnerKey owner, ulong slot) => Slots is null || Slots.Contains((owner, slot));

    public bool AcceptsLane(Lane lane) => LastUpdated.TrueForAll(range => lane.AsOf >= range.First && lane.AsOf <= range.Last);

    public bool AcceptsKind(SharedKind shared, SlotFlow flow)
    {
        var kind = shared.Kind;
        return _security.TrueForAll(wanted => AcceptsSecurity(wanted, kind, flow))
            && _serviceTypes.TrueForAll(wanted => AcceptsServiceType(wanted, kind, flow))
            && _specialties.TrueForAll(wanted => AcceptsSpecialty(wanted, kind, flow))
            && _appointmentTypes.TrueForAll(wanted => AcceptsMode(wanted, kind));
    }

    private static bool AcceptsSecurity(TokenCriterion wanted, SlotKind kind, SlotFlow flow) =>
        (kind.Types.HasFlag(SlotTypes.Public) && wanted.Accepts(CodeSystems.SlotType, SlotTypeCodes.Public))
        || (kind.Types.HasFlag(SlotTypes.Professional) && flow != SlotFlow.Association && wanted.Accepts(CodeSystems.SlotType, SlotTypeCodes.Professional))
        || (kind.Types.HasFlag(SlotTypes.Snp) && wanted.Accepts(CodeSystems.SlotType, SlotTypeCodes.UnscheduledCare))
        || (flow == SlotFlow.Community && kind.Communities.Count > 0 && wanted.Accepts(CodeSystems.SlotType, SlotTypeCodes.Cpts));

    private static bool AcceptsServiceType(TokenCriterion wanted, SlotKind kind, SlotFlow flow) =>
        (kind.Consultations.HasFlag(ConsultationTypes.Ambulatory) && wanted.Accepts(CodeSystems.ConsultationType, "AMB"))
        || (kind.Consultations.HasFlag(ConsultationTypes.Home) && wanted.Accepts(CodeSystems.ConsultationType, "HH"))
        || (kind.Consultations.HasFlag(ConsultationTypes.Virtual) && wanted.Accepts(CodeSystems.ConsultationType, "VR"))
        || (flow == SlotFlow.Community && kind.Communities.Count > 0 && wanted.Accepts(CodeSystems.EstablishmentCategory, EstablishmentCategoryCodes.Cpts));

    private static bool AcceptsSpecialty(TokenCriterion wanted, SlotKind kind, SlotFlow flow)
    {
        if (flow == SlotFlow.Association)
        {
            return false;
        }

        foreach (var specialty in kind.Specialties)
        {
            if (specialty.Code is { } code && wanted.Accepts(CodeSystems.Specialty, code))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AcceptsMode(TokenCriterion wanted, SlotKind kind) => kind.Mode switch
    {
        BookingMode.Routine => wanted.Accepts(CodeSystems.AppointmentType, "ROUTINE"),
        BookingMode.WalkIn => wanted.Accepts(CodeSystems.AppointmentType, "WALKIN"),
        _ => false,
    };
}
