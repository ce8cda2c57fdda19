using System.Globalization;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Admin;

/// <summary>
/// Says why a search shows a slot or does not. Whether it does is told by <see cref="ShownSlots"/>; the reason is the first that the search itself meets.
/// </summary>
internal sealed class SlotJudge(OwnerKey owner, OwnerPreference? preference, bool refuses, DateTimeOffset now)
{
    private readonly uint _now = SlotClock.ToSecondsUp(now);

    /// <summary>Identifier of a slot as searches give it.</summary>
    public string IdOf(ulong slot) => string.Create(CultureInfo.InvariantCulture, $"{owner}-{slot:x16}");

    public VerdictView Judge(ShownSlots shown, PlaceEntry place, in IndexedSlot slot)
    {
        var standsFor = shown.At(place.Id, slot);
        var served = standsFor == slot.Id;
        return new VerdictView(SearchClock.NameOf(shown.Flow), served, served ? "served" : Why(shown.Flow, place, slot, standsFor));
    }

    private string Why(SlotFlow flow, PlaceEntry place, in IndexedSlot slot, ulong? standsFor)
    {
        var lane = place.Lanes[place.LaneOf(slot)];
        var shared = place.Kinds[slot.Kind].Shared;
        return this switch
        {
            _ when refuses => owner.Kind == OwnerKind.Practitioner ? "refused by the practitioner" : "refused by the association",
            _ when slot.Start < _now => "begun",
            _ when !shared.IsShownIn(flow) => NotShown(flow, shared.Kind.Types),
            _ when !FreshnessReview.IsWanted(lane.Vendor.VendorId, preference) => "vendor not declared",
            _ when lane.IsDropped(now) => "vendor dropped",
            _ when standsFor is { } twin => $"duplicate of {IdOf(twin)}",

            // The one reason left: the search hides a time of an absence whoever tells it.
            _ => "unavailable",
        };
    }

    private static string NotShown(SlotFlow flow, SlotTypes types) => flow switch
    {
        SlotFlow.Individual => "only for communities",
        SlotFlow.Community => "only for communities that are not known",
        _ => types.HasFlag(SlotTypes.Professional) ? "only for professionals" : "only for communities",
    };
}
