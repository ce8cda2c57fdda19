using System.Globalization;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.AvecMonDoc;

/// <summary>The vendor's reasons and cells in the hub's terms.</summary>
internal static class AvecMonDocMapper
{
    public const string InOffice = "inOffice";

    private static readonly string[] RemoteMarks = ["tele", "télé", "video", "vidéo", "visio", "remote", "online"];

    public static bool IsOpen(AvecMonDocReason reason) => reason is { Active: true, Deleted: false, ShowOnlyDoctor: false };

    public static SlotKind ToKind(AvecMonDocReason reason, SlotTypes types, Uri? bookingUrl) => new()
    {
        Types = types,
        Consultations = RemoteMarks.Any(mark => reason.Type?.Contains(mark, StringComparison.OrdinalIgnoreCase) == true)
            ? ConsultationTypes.Virtual
            : ConsultationTypes.Ambulatory,
        Reasons = reason.Reason is { } name ? [name] : [],
        Mode = BookingMode.Routine,
        BookingUrl = bookingUrl,
    };

    /// <summary>Slugs hold accents, so they are encoded.</summary>
    public static Uri BookingPage(Uri root, string slug) => VendorAddress.Below(root, Uri.EscapeDataString(slug));

    public static AvecMonDocQuery ToQuery(AvecMonDocQuestion question, DateOnly from, int days) => new(
        question.Reason,
        question.Organization,
        Instants.ToUtcText(DayWindow.StartOf(from, question.Terms.Zone)),
        Instants.ToUtcText(DayWindow.StartOf(from.AddDays(days), question.Terms.Zone)),
        question.Type);

    /// <summary>Adds the time of one cell, or counts why it is left out.</summary>
    public static void Map(AvecMonDocCell? cell, AvecMonDocQuestion question, AvecMonDocWeek week)
    {
        var page = week.Page;
        if (cell is not { IsAvailable: true })
        {
            // The grid is padded with empty cells, which are nobody's time and count as nothing.
            page.Reserved += cell?.BusinessHours is null ? 0 : 1;
            return;
        }

        week.AnyAvailable = true;
        var terms = question.Terms;
        if (cell.BusinessHours is not { } hours || !Instants.TryRead(hours.Start, terms.Zone, out var start))
        {
            page.Unreadable++;
        }
        else if (!IsAskedFor(hours.ExtendedProps, question))
        {
            page.Orphans++;
        }
        else
        {
            page.Times.Add(new ListedSlot(start, SlotEnds.Read(hours.End, start, terms.Zone), hours.ExtendedProps?.DoctorId ?? string.Empty));
        }
    }

    /// <summary>What a failure inside a successful answer means; the table of statuses holds for its number too.</summary>
    public static HubError ToError(int? status)
    {
        var code = status switch
        {
            401 or 403 => HubErrorCode.VendorBlocked,
            404 or 410 => HubErrorCode.VendorUnknownTarget,
            429 => HubErrorCode.VendorThrottled,
            >= 400 and < 500 => HubErrorCode.VendorRejectedRequest,
            _ => HubErrorCode.VendorFailed,
        };
        return new HubError(code, status is null ? "A failure inside a successful answer." : $"A failure inside a successful answer, status {status}.");
    }

    private static bool IsAskedFor(AvecMonDocExtendedProps? props, AvecMonDocQuestion question) =>
        (question.Terms.Doctor is null || props?.DoctorId == question.Terms.Doctor)
        && (props?.OrganizationId is null || props.OrganizationId == question.Organization.ToString(CultureInfo.InvariantCulture));
}
