using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Admin;

/// <summary>Lists the times of an owner's places, each with every slot that claims it; no more slots than an operator can use.</summary>
internal sealed class PlaceTimes(ViewWindow window, ShownSlots[] shown, SlotJudge judge)
{
    private readonly uint _from = SlotClock.ToSecondsUp(window.From);
    private readonly uint _to = SlotClock.ToSeconds(window.To);
    private int _told;

    /// <summary>Whether slots were left out.</summary>
    public bool IsCut { get; private set; }

    public IReadOnlyList<TimeView> Of(PlaceEntry place)
    {
        var times = new List<TimeView>();
        var sources = new List<SourceView>();
        for (var i = 0; i < place.Slots.Length; i++)
        {
            ref readonly var slot = ref place.Slots[i];
            if (slot.Start < _from || slot.Start > _to)
            {
                continue;
            }

            if (_told++ >= OwnerInspection.MostSlots)
            {
                IsCut = true;
                break;
            }

            // Slots of one time stand beside each other.
            sources.Add(Source(place, slot));
            if (i + 1 == place.Slots.Length || place.Slots[i + 1].Start != slot.Start || place.Slots[i + 1].Duration != slot.Duration || _told == OwnerInspection.MostSlots)
            {
                times.Add(new TimeView(Local(place, slot.Start), Local(place, slot.End), [.. sources]));
                sources.Clear();
            }
        }

        return times;
    }

    private SourceView Source(PlaceEntry place, in IndexedSlot slot)
    {
        var verdicts = new VerdictView[shown.Length];
        for (var i = 0; i < verdicts.Length; i++)
        {
            verdicts[i] = judge.Judge(shown[i], place, slot);
        }

        return new SourceView(place.Lanes[place.LaneOf(slot)].Vendor.VendorId, judge.IdOf(slot.Id), Kind(place.Kinds[slot.Kind]), verdicts);
    }

    private static KindView Kind(LaneKind lane)
    {
        var kind = lane.Shared.Kind;
        return new KindView(
            Codes(
                (kind.Types.HasFlag(SlotTypes.Public), SlotTypeCodes.Public),
                (kind.Types.HasFlag(SlotTypes.Professional), SlotTypeCodes.Professional),
                (kind.Types.HasFlag(SlotTypes.Snp), SlotTypeCodes.UnscheduledCare),
                (kind.Types.HasFlag(SlotTypes.Cpts), SlotTypeCodes.Cpts)),
            Codes(
                (kind.Consultations.HasFlag(ConsultationTypes.Ambulatory), ConsultationTypeCodes.AtPractice),
                (kind.Consultations.HasFlag(ConsultationTypes.Home), ConsultationTypeCodes.AtHome),
                (kind.Consultations.HasFlag(ConsultationTypes.Virtual), ConsultationTypeCodes.Remote)),
            kind.Mode switch
            {
                BookingMode.Routine => AppointmentTypeCodes.Routine,
                BookingMode.WalkIn => AppointmentTypeCodes.WalkIn,
                _ => null,
            },
            lane.IsBookable,
            [.. kind.Communities.Select(static community => community.Finess)]);
    }

    private static string[] Codes(params ReadOnlySpan<(bool Has, string Code)> codes)
    {
        var held = new List<string>(codes.Length);
        foreach (var (has, code) in codes)
        {
            if (has)
            {
                held.Add(code);
            }
        }

        return [.. held];
    }

    private static DateTimeOffset Local(PlaceEntry place, uint seconds) =>
        SlotClock.ToInstant(seconds).ToOffset(TimeSpan.FromMinutes(place.Zone.MinutesAt(seconds)));
}
