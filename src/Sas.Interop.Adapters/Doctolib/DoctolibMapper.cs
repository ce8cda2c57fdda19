using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Doctolib;

/// <summary>Turns listed times into slots; pure.</summary>
internal static class DoctolibMapper
{
    public static SlotKind Kind(PullTarget target, DoctolibMotiveRequest request, Uri? link, bool telehealth) => new()
    {
        Types = target.DefaultTypes,
        Consultations = telehealth ? ConsultationTypes.Virtual : ConsultationTypes.Ambulatory,
        Mode = BookingMode.Routine,
        Reasons = request.Name is { } name ? [name] : [],
        BookingUrl = link,
    };

    /// <returns>The times of the target's own practice and agendas; the others are counted as orphans.</returns>
    public static IReadOnlyList<ListedSlot> Own(PullTarget target, DoctolibPlan plan, DoctolibMotiveRequest request, DoctolibPage page)
    {
        var onePlace = target.Key("practice") is not null;
        var someAgendas = target.KeyList("agendas") is not null;
        var own = new List<ListedSlot>(page.Times.Count);
        foreach (var (slot, practice) in page.Times)
        {
            var elsewhere = onePlace && practice is not null && !plan.Practices.Contains(practice);
            var another = someAgendas && slot.Agenda is not null && !request.Agendas.Contains(slot.Agenda);
            if (!elsewhere && !another)
            {
                own.Add(slot);
            }
        }

        page.Page.Orphans = page.Times.Count - own.Count;
        return own;
    }
}
