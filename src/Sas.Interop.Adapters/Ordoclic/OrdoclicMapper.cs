using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Ordoclic;

/// <summary>The vendor's slots and reasons in the hub's terms.</summary>
internal static class OrdoclicMapper
{
    private const int LongestReason = 480;

    public static bool IsOpen(OrdoclicReason reason) => reason.CanBookOnline && reason.IsAcceptNewPatient;

    public static bool IsFree(OrdoclicStatus? status) => status is null || (IsZero(status.EventId) && status.StatusId is null or 0);

    public static bool Concerns(OrdoclicReason reason, string professional) =>
        IsZero(reason.ProfessionalId) || SameId(reason.ProfessionalId, professional);

    public static bool SameId(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The length that the reason tells, or null.</summary>
    public static TimeSpan? Length(OrdoclicReason reason) =>
        reason.Duration is >= 1 and <= LongestReason ? TimeSpan.FromMinutes(reason.Duration.Value) : null;

    public static SlotKind ToKind(OrdoclicReason reason, SlotTypes types, Uri? bookingUrl) => new()
    {
        Types = types,
        Consultations = reason.IsTcsMode ? ConsultationTypes.Virtual : ConsultationTypes.Ambulatory,
        Reasons = reason.Name is { } name ? [name] : [],
        Mode = BookingMode.Routine,
        BookingUrl = bookingUrl,
    };

    /// <summary>Slugs hold apostrophes and leading hyphens, so they are encoded.</summary>
    public static Uri BookingPage(Uri root, string slug) => VendorAddress.Below(root, Uri.EscapeDataString(slug));

    /// <summary>The window widened to whole local days, so that the same question is asked all day long.</summary>
    public static OrdoclicQuery ToQuery(string entity, string professional, string reason, (TimeWindow Window, TimeZoneInfo Zone) span) => new(
        entity,
        professional,
        reason,
        Instants.ToUtcText(DayWindow.StartOf(DayWindow.DayOf(span.Window.From, span.Zone), span.Zone)),
        Instants.ToUtcText(DayWindow.StartOf(DayWindow.DayOf(span.Window.To, span.Zone).AddDays(1), span.Zone)));

    /// <summary>Adds one slot of an answer, or counts why it is left out.</summary>
    /// <returns>A failure when the slot names a zone that does not exist.</returns>
    public static HubError? Map(OrdoclicSlot? slot, OrdoclicQuestion question, SlotPage page)
    {
        var zone = string.IsNullOrWhiteSpace(slot?.TzId) ? question.Zone : PlaceZone.Resolve(slot.TzId, null);
        if (zone is null)
        {
            return new HubError(HubErrorCode.VendorInvalidValue, "A slot names an unknown time zone.");
        }

        // The offset minutes beside the instant are for display: the instant is UTC already.
        if (slot is null || !Instants.TryRead(slot.TimeStart, zone, out var start))
        {
            page.Unreadable++;
        }
        else
        {
            Enter(new ListedSlot(start, SlotEnds.Read(slot.TimeEnd, start, zone), question.Agenda), slot.MedicalStaffId, !slot.Overlapped && IsFree(slot.Status), question, page);
        }

        return null;
    }

    /// <summary>Adds a time, or counts why it is left out. Many slots share the identifier of their calendar event, so the start alone designates one.</summary>
    public static void Enter(in ListedSlot time, string? staff, bool isFree, OrdoclicQuestion question, SlotPage page)
    {
        if (question.OwnersOnly && staff is not null && !SameId(staff, question.Query.MedicalStaffId))
        {
            page.Orphans++;
        }
        else if (!isFree)
        {
            page.Reserved++;
        }
        else
        {
            page.Times.Add(time);
        }
    }

    /// <summary>The next free time, written as an instant or as a bare day.</summary>
    public static DateTimeOffset? ToHint(string? text, TimeZoneInfo zone)
    {
        if (Instants.TryRead(text, zone, out var instant))
        {
            return instant;
        }

        return Instants.TryReadDay(text, out var day) && PlaceZone.TryToInstant(day.ToDateTime(TimeOnly.MinValue), zone, out instant) ? instant : null;
    }

    private static bool IsZero(string? id) => id is null || id.All(static c => c is '0' or '-');
}
