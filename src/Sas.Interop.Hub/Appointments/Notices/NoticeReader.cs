using System.Globalization;
using System.Text.RegularExpressions;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Contracts.Identifiers;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Appointments.Notices;

/// <summary>Reads a notice as tolerantly as the discrepancies of the contract ask for (D20, D22, D23, D28 to D32), and tells everything that is wrong at once.</summary>
internal sealed partial class NoticeReader
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;
    private const string Operator = "extension.where(url='" + ExtensionUrls.AppointmentOperator + "')";
    private readonly NoticeFaults _faults = new();
    private readonly Appointment _told;
    private readonly TimeSpan _longest;
    private readonly bool _isSos;

    private NoticeReader(Appointment told, TimeSpan longest)
    {
        _told = told;
        _longest = longest;
        _isSos = IsSos();
    }

    /// <returns>The notice; or null and what is wrong with it.</returns>
    public static (AppointmentNotice? Notice, IReadOnlyList<WriteFault> Faults) Read(Written<Appointment> written, TimeSpan longest)
    {
        var unknown = KnownElements.Faults(written.Utf8.Span);
        var reader = new NoticeReader(written.Resource, longest);
        var notice = reader.Read();
        return unknown.Count + reader._faults.All.Count == 0 ? (notice, []) : (null, [.. unknown, .. reader._faults.All]);
    }

    private AppointmentNotice Read()
    {
        var (system, value) = NoticeIdentifiers.Own(_told.Identifier, _faults);
        var status = Status();
        var regulator = Regulators();
        var participant = Participant(status);
        Times();
        return new AppointmentNotice
        {
            IsSos = _isSos,
            System = system,
            Value = value,
            Regulator = regulator.Count > 0 ? NoticeExtensions.Regulator(regulator[0], _isSos, Operator, _faults) : null,
            Status = status,
            Start = _told.Start ?? default,
            End = _told.End ?? default,
            Created = _told.Created is { Text.Length: > 0 } created ? created : null,
            Practitioner = participant?.Actor is { } actor ? Practitioner(actor) : null,
            ParticipantStatus = participant?.Status?.Trim().ToLowerInvariant() == ParticipantStatusCodes.NeedsAction ? ParticipantStatusCodes.NeedsAction : ParticipantStatusCodes.Accepted,
            OrientationCategory = NoticeExtensions.Category(_told.Extension),
            Marks = Marks(),
        };
    }

    /// <summary>By the profile in any spelling; without one, only what SOS Médecins alone may leave out tells.</summary>
    private bool IsSos()
    {
        var profiles = _told.Meta?.Profile ?? [];
        if (profiles.Any(static profile => ProfileUrls.Matches(profile, ProfileUrls.AppointmentSos)))
        {
            return true;
        }

        if (profiles.Any(static profile => ProfileUrls.Matches(profile, ProfileUrls.Appointment)))
        {
            return false;
        }

        if (profiles.Count > 0)
        {
            _faults.Refused("meta.profile", $"Not a profile of an appointment: expected {ProfileUrls.Appointment} or {ProfileUrls.AppointmentSos} (CONTRACT §4.3).");
        }

        return _told.Participant is [{ Actor: null }] && StatusText() == AppointmentStatusCodes.Pending;
    }

    private string? StatusText() => _told.Status?.Trim().ToLowerInvariant();

    private string Status()
    {
        switch (StatusText())
        {
            case AppointmentStatusCodes.Booked or AppointmentStatusCodes.Cancelled or AppointmentStatusCodes.Fulfilled or AppointmentStatusCodes.NoShow or AppointmentStatusCodes.Pending:
                return StatusText() ?? string.Empty;
            case "no-show":
                return AppointmentStatusCodes.NoShow;
            case null or "":
                _faults.Missing("status", "The status is mandatory (CONTRACT §4.3).");
                return string.Empty;
            case "proposed" or "arrived" or "entered-in-error" or "checked-in" or "waitlist":
                _faults.Refused("status", "The contract knows booked, cancelled, fulfilled, noshow and pending (CONTRACT §6.3).");
                return string.Empty;
            default:
                _faults.Malformed("status", "Not a status of an appointment.");
                return string.Empty;
        }
    }

    private void Times()
    {
        var start = Time(_told.Start, "start");
        var end = Time(_told.End, "end");
        if (start is { } from && end is { } to && (to <= from || to - from > _longest))
        {
            _faults.Refused("end", string.Create(CultureInfo.InvariantCulture, $"The end comes after the start, at most {_longest.TotalHours:0.##} h after it."));
        }
    }

    private DateTimeOffset? Time(FhirInstant? told, string name)
    {
        if (told is not { Text.Length: > 0 } instant)
        {
            _faults.Missing(name, "Mandatory, with seconds and offset (CONTRACT §4.3).");
            return null;
        }

        if (instant.Value.UtcDateTime.Year is < FirstYear or > LastYear)
        {
            _faults.Refused(name, $"Not within the years {FirstYear} to {LastYear}.");
            return null;
        }

        return instant.Value;
    }

    private List<Extension> Regulators()
    {
        var operators = NoticeExtensions.Sort(_told.Extension, _faults);
        if (operators.Count == 0)
        {
            _faults.Missing(Operator, "The regulator who booked is mandatory (CONTRACT §4.3).");
        }
        else if (operators.Count > 1)
        {
            _faults.Refused(Operator, "An appointment has one regulator (CONTRACT §5.9).");
        }

        return operators;
    }

    private AppointmentParticipant? Participant(string status)
    {
        if (_told.Participant is not { Count: > 0 } participants)
        {
            _faults.Missing("participant", "The practitioner is mandatory (CONTRACT §4.3).");
            return null;
        }

        for (var other = 1; other < participants.Count; other++)
        {
            _faults.Refused($"participant[{other}]", "An appointment has one participant, the practitioner: one of another kind breaks the profile (CONTRACT §4.3).");
        }

        var participant = participants[0];
        switch (participant.Status?.Trim().ToLowerInvariant())
        {
            case null or "":
                _faults.Missing("participant[0].status", "Mandatory: accepted, or needs-action (CONTRACT §4.3).");
                break;
            case ParticipantStatusCodes.Accepted or ParticipantStatusCodes.NeedsAction:
                break;
            default:
                _faults.Refused("participant[0].status", "The contract knows accepted and needs-action (D29).");
                break;
        }

        if (participant.Actor is null)
        {
            JudgeNobody(participant, status);
        }

        return participant;
    }

    /// <summary>Only SOS Médecins may leave the practitioner open; the type then says that there will be one (CONTRACT §4.4, app-1).</summary>
    private void JudgeNobody(AppointmentParticipant participant, string status)
    {
        if (!_isSos)
        {
            _faults.Missing("participant[0].actor", $"The practitioner is mandatory in an appointment that is {(status.Length > 0 ? status : "booked")}; only SOS Médecins may leave it open (CONTRACT §4.4).");
        }
        else if (participant.Type?.Any(static type => type.Coding?.Any(static coding => coding.Code == ParticipationTypeCodes.Admitter) == true) != true)
        {
            _faults.Missing("participant[0].type", "A participant without an actor has the type ADM (CONTRACT §4.4).");
        }
    }

    private PractitionerNationalId? Practitioner(Reference actor)
    {
        if (actor.Reference is { } reference && !PractitionerReference().IsMatch(reference))
        {
            _faults.Refused("participant[0].actor.reference", "The participant is a practitioner, named by identifier (CONTRACT §4.3).");
        }

        if (actor.Type is { } type && type is not ("Practitioner" or "PractitionerRole"))
        {
            _faults.Refused("participant[0].actor.type", "The participant is a practitioner (CONTRACT §4.3).");
        }

        return NoticeIdentifiers.Practitioner(actor.Identifier, "participant[0].actor.identifier", _faults);
    }

    private OrderMarks Marks() => new(
        _told.Meta?.VersionId is { Length: <= 18 } version && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        _told.Meta?.LastUpdated is { Text.Length: > 0 } updated ? updated.Value : null,
        _told.Created?.Value);

    [GeneratedRegex("(^|/)(Practitioner|PractitionerRole)/[A-Za-z0-9.-]{1,64}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex PractitionerReference();
}
