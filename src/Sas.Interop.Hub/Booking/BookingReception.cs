using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Fhir.Read;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Booking;

/// <summary>Opens the act that an operator asks for, or finds the one that is open already.</summary>
internal sealed class BookingReception(BookingReceptionParts parts, BookingOpener opener, BookingAccess access, BookingDesk desk, BookingAnswers answers)
{
    /// <param name="question">What the operator wants.</param>
    /// <param name="ticket">The request's key.</param>
    /// <param name="books">Whether it is to be booked, or held only.</param>
    /// <param name="root">Root of the hub as the caller sees it.</param>
    public async Task<WriteAnswer> ReceiveAsync(BookingQuestion question, IdempotencyTicket ticket, bool books, string root)
    {
        if ((ticket.OrientationId ?? question.OrientationId) is { } id)
        {
            var isResumed = ticket.OrientationId is not null;
            var (row, refusal) = await access.FindAsync(id, question.Regulator);
            return row is null ? refusal : await desk.ResumeAsync(new BookingAct(row, ticket, books) { Root = root }, isResumed);
        }

        if (question.SlotId is not { } slotId)
        {
            return await InAdditionAsync(question, ticket);
        }

        if (parts.Slots.Find(question.Owner, slotId) is { } slot)
        {
            return await OpenAsync(question, slot, new BookingAct(RowOf(question, slot), ticket, books) { Root = root });
        }

        return IsKnown(question.Owner)
            ? await answers.TakenAsync(question.Owner, null)
            : BookingAnswers.Refused(HubErrorCode.NotFound, "No slot of this id is shown, and its owner is not known.");
    }

    private bool IsKnown(OwnerKey owner) => parts.Index.Find(owner) is not null || parts.Directory.Find(owner) is not null || parts.Directory.LinksOf(owner).Count > 0;

    private async Task<WriteAnswer> OpenAsync(BookingQuestion question, BookableSlot slot, BookingAct act)
    {
        var row = act.Row;
        if (parts.Vendors.WayOf(slot) == BookingWay.Telephone)
        {
            row.State = nameof(OrientationState.Telephone);
            row.ExpiresAt = null;
            var warning = slot.Mode == BookingMode.WalkIn ? "Nobody books this slot: one comes without an appointment." : null;
            return await CallAsync(row, act.Ticket, answers.Telephone(row, question.Owner, slot.Place.Details, warning));
        }

        var claim = SlotClaims.KeyOf(question.Owner, slot.Place.Id.ToString(), slot.Start);
        var opening = await opener.OpenAsync(
            new BookingStart(row, "An operator chose the slot.", claim), change => act.Ticket.OpenAsync(change, row.Id, CancellationToken.None), CancellationToken.None);
        return opening == BookingOpening.Open ? await desk.ProceedAsync(act) : await RefusedAsync(opening, question.Owner, slot.Flow);
    }

    private async Task<WriteAnswer> InAdditionAsync(BookingQuestion question, IdempotencyTicket ticket)
    {
        var place = question.Place is { } id ? Array.Find(parts.Index.Find(question.Owner)?.Places ?? [], known => known.Id == id)?.Details : null;
        if (!IsKnown(question.Owner) || (question.Place is not null && place is null))
        {
            return BookingAnswers.Refused(HubErrorCode.NotFound, "No such practitioner, or no such place of the practitioner, is known.");
        }

        var row = Row(question, OrientationKind.InAddition);
        (row.State, row.PlaceKey, row.PostalCode) = (nameof(OrientationState.Telephone), Bounded(place?.Key, TextLengths.Reference), Bounded(place?.PostalCode, TextLengths.Code));
        return await CallAsync(row, ticket, answers.Telephone(row, question.Owner, place, null));
    }

    /// <summary>Nothing is claimed for a call: who is called decides.</summary>
    private async Task<WriteAnswer> CallAsync(OrientationRow row, IdempotencyTicket ticket, WriteAnswer answer)
    {
        var opening = await opener.OpenAsync(
            new BookingStart(row, "The operator was given a telephone number.", null),
            async change =>
            {
                var isFirst = await ticket.OpenAsync(change, row.Id, CancellationToken.None);
                if (isFirst)
                {
                    await ticket.KeepAsync(change, answer, CancellationToken.None);
                }

                return isFirst;
            },
            CancellationToken.None);
        return opening == BookingOpening.Open ? answer : await RefusedAsync(opening, default, null);
    }

    private async Task<WriteAnswer> RefusedAsync(BookingOpening opening, OwnerKey owner, SlotFlow? flow) => opening switch
    {
        BookingOpening.Taken => await answers.TakenAsync(owner, flow),
        BookingOpening.RegulatorUnknown => BookingAnswers.Refused(HubErrorCode.BusinessRule, "No account that may work has this identifier of a regulator."),
        _ => BookingAnswers.Refused(HubErrorCode.Conflict, $"A request with this {IdempotentWrites.Header} is under way; send this one again later for its answer."),
    };

    private OrientationRow RowOf(BookingQuestion question, BookableSlot slot)
    {
        var row = Row(question, slot.Flow switch { SlotFlow.Association => OrientationKind.Sos, SlotFlow.Community => OrientationKind.Cpts, _ => OrientationKind.Slot });
        (row.VendorId, row.PlaceKey, row.PostalCode) = (slot.Lane.Vendor.VendorId, Bounded(slot.Lane.Place.Key, TextLengths.Reference), Bounded(slot.Place.Details.PostalCode, TextLengths.Code));
        (row.SlotId, row.SlotStart, row.SlotEnd) = (slot.Id, slot.Start, slot.End);
        row.ExpiresAt = parts.Clock.ClaimDue;
        return row;
    }

    // What a vendor tells of a place is as long as the vendor likes; what does not fit is of no use to a record.
    private static string? Bounded(string? text, int most) => text?.Length <= most && !text.Any(char.IsControl) ? text : null;

    private OrientationRow Row(BookingQuestion question, OrientationKind kind)
    {
        var now = parts.Clock.Now;
        return new OrientationRow
        {
            Id = RowIds.Create(now),
            Kind = kind.ToString(),
            State = nameof(OrientationState.Claimed),
            CreatedAt = now,
            ChangedAt = now,
            RegulatorSystem = question.Regulator.System,
            RegulatorValue = question.Regulator.Value,
            Territory = question.Territory,
            Owner = question.Owner.ToString(),
            OwnerKind = (int)question.Owner.Kind,
            VendorId = string.Empty,
        };
    }
}
