using System.Text;

using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Persistence;

namespace Sas.Interop.Hub.Appointments.Notices;

/// <summary>An appointment in the strict form of its profile, whatever form it came in (CONTRACT §5.9; D20, D22, D28, D29, D32).</summary>
internal sealed class StrictAppointment
{
    private readonly Appointment _resource;

    public StrictAppointment(AppointmentNotice notice)
    {
        _resource = new Appointment
        {
            Meta = new Meta { Profile = [notice.IsSos ? ProfileUrls.AppointmentSos : ProfileUrls.Appointment] },
            Extension = [new Extension { Url = ExtensionUrls.AppointmentOperator, Value = Regulator(notice.Regulator) }],
            Identifier = [new Identifier { System = notice.System, Value = notice.Value }],
            Status = notice.Status,

            // The place is not told, so the offset is the vendor's.
            Start = new FhirInstant(notice.Start.Value),
            End = new FhirInstant(notice.End.Value),
            Created = notice.Created,
            Participant = [Participant(notice)],
        };
        Fingerprint = IdentifierKey.Of(Print(_resource), notice.OrientationCategory ?? string.Empty);
    }

    /// <summary>The same for equal content alone; what the hub adds is no content.</summary>
    public string Fingerprint { get; }

    /// <summary>The resource as it is served, JSON.</summary>
    public string Render(string id, int version, DateTimeOffset updatedAt) => Print(_resource with
    {
        Id = id,
        Meta = new Meta
        {
            VersionId = version.ToString(System.Globalization.CultureInfo.InvariantCulture),
            LastUpdated = new FhirInstant(updatedAt),
            Profile = _resource.Meta?.Profile,
        },
    });

    private static string Print(Appointment resource) => Encoding.UTF8.GetString(FhirJson.ToUtf8(resource));

    private static FhirValue? Regulator(RegulatorKey? regulator) => regulator is null
        ? null
        : FhirValue.Of(new Reference { Identifier = regulator.ToIdentifier() });

    // In the profile of practitioners the acceptance is tacit, and always told (D29).
    private static AppointmentParticipant Participant(AppointmentNotice notice) => notice.Practitioner is { } practitioner
        ? new AppointmentParticipant
        {
            Actor = new Reference { Identifier = practitioner.ToIdentifier() },
            Status = notice.IsSos ? notice.ParticipantStatus : ParticipantStatusCodes.Accepted,
        }
        : new AppointmentParticipant
        {
            Type = [new CodeableConcept { Coding = [new Coding { System = CodeSystems.ParticipationType, Code = ParticipationTypeCodes.Admitter }] }],
            Status = notice.ParticipantStatus,
        };
}
