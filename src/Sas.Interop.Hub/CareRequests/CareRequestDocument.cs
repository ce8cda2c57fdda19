using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Contracts.Identifiers;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.CareRequests;

/// <summary>An orientation to a marketplace as R4 has it. R4 demands a subject: it is there, and says that it is masked.</summary>
internal sealed class CareRequestDocument(CarePlaces places)
{
    private const string AbsentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private static readonly Reference Masked = new() { Extension = [new Extension { Url = AbsentReason, Value = FhirValue.Code("masked") }] };

    private static readonly CodeableConcept Marketplace = new()
    {
        Coding = [new Coding { System = CodeSystems.OrientationCategory, Code = OrientationCategoryCodes.Marketplace }],
    };

    /// <param name="row">The orientation.</param>
    /// <param name="link">The link, in the answer that gives it out; null in every later one.</param>
    public ServiceRequest Of(OrientationRow row, CareRequestLink? link) => new()
    {
        Id = row.Id,
        Meta = new Meta { VersionId = row.Version.ToString(System.Globalization.CultureInfo.InvariantCulture), LastUpdated = new FhirInstant(row.ChangedAt) },
        Extension = Extensions(row, link) is { Count: > 0 } extensions ? extensions : null,
        Status = StatusOf(row.State),
        Intent = "order",
        Category = [Marketplace],
        Subject = Masked,
        AuthoredOn = new FhirDateTime(row.CreatedAt),
        Requester = new Reference { Type = nameof(Practitioner), Identifier = Regulator(row) },
        Performer = [new Reference { Type = nameof(Practitioner), Identifier = Owner(row.Owner) }],
        LocationReference = row.PlaceKey is { } key && OwnerKey.TryCreate(OwnerKind.Practitioner, row.Owner, out var owner)
            ? [new Reference { Type = nameof(Location), Identifier = places.Name(owner, key) }]
            : null,

        // R4 has no element for what came of a request other than this one.
        SupportingInfo = row.AppointmentId is { } appointment ? [new Reference { Reference = $"Appointment/{appointment}" }] : null,
    };

    /// <summary>What a state of an orientation is in R4: open, taken, or closed without.</summary>
    public static string StatusOf(string state) => Enum.TryParse<OrientationState>(state, out var known) ? StatusOf(known) : "unknown";

    /// <summary>The states that R4 knows under one status; empty for a status that no request has.</summary>
    public static IReadOnlyList<OrientationState> StatesOf(string status) => [.. Enum.GetValues<OrientationState>().Where(state => StatusOf(state) == status)];

    private static string StatusOf(OrientationState state) => state switch
    {
        OrientationState.Booked or OrientationState.Fulfilled or OrientationState.NoShow => "completed",
        OrientationState.Cancelled or OrientationState.Expired or OrientationState.Refused or OrientationState.Failed => "revoked",
        _ => "active",
    };

    private static List<Extension> Extensions(OrientationRow row, CareRequestLink? link)
    {
        var extensions = new List<Extension>();
        if (link is not null)
        {
            extensions.Add(new Extension
            {
                Url = HubUris.RedirectLink,
                Extension =
                [
                    new Extension { Url = "address", Value = FhirValue.Text("url", link.Address) },
                    new Extension { Url = "expires", Value = FhirValue.Instant(new FhirInstant(link.ExpiresAt)) },
                ],
            });
        }

        if (row.Territory is { } territory)
        {
            extensions.Add(new Extension { Url = HubUris.Territory, Value = FhirValue.Code(territory) });
        }

        return extensions;
    }

    private static Identifier Regulator(OrientationRow row) => new RegulatorKey(row.RegulatorSystem, row.RegulatorValue).ToIdentifier();

    private static Identifier Owner(string owner) =>
        PractitionerNationalId.TryParse(owner, out var id) ? id.ToIdentifier() : new Identifier { System = IdentifierSystems.NationalPractitioner, Value = owner };
}

/// <summary>The link of a request.</summary>
/// <param name="Address">Absolute address.</param>
/// <param name="ExpiresAt">When it ends.</param>
internal sealed record CareRequestLink(string Address, DateTimeOffset ExpiresAt);
