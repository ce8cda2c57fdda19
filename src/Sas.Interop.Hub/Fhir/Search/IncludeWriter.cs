using System.Text;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>
/// Writes the resources that slots lead to (CONTRACT §5.3–5.8), each as one entry that begins with a comma. What is not known is left out (CONTRACT §7.1).
/// </summary>
internal sealed class IncludeWriter(ByteScratch to)
{
    private static readonly byte[] ScheduleProfile = Utf8($"\",\"profile\":[\"{ProfileUrls.Schedule}\"]}},\"actor\":[{{\"reference\":\"Practitioner/");
    private static readonly byte[] SosScheduleProfile = Utf8($"\",\"profile\":[\"{ProfileUrls.ScheduleSos}\"]}},\"actor\":[{{\"reference\":\"Location/");
    private static readonly byte[] PractitionerProfile = Utf8($"\",\"meta\":{{\"profile\":[\"{ProfileUrls.Practitioner}\"]}},\"identifier\":[");
    private static readonly byte[] OfferingProfile = Utf8(
        $"\",\"meta\":{{\"profile\":[\"{ProfileUrls.Practitioner}\"],\"tag\":[{{\"system\":\"{HubUris.PractitionerOffer}\",\"code\":\"{HubUris.Marketplace}\"}}]}},\"identifier\":[");
    private static readonly byte[] RoleProfile = Utf8($"\",\"meta\":{{\"profile\":[\"{ProfileUrls.PractitionerRole}\"]}},\"contained\":[{{\"resourceType\":\"Location\",\"id\":\"place-");
    private static readonly byte[] LocationProfile = Utf8($"\",\"meta\":{{\"profile\":[\"{ProfileUrls.Location}\"]}}");
    private static readonly byte[] SosLocationProfile = Utf8($"\",\"meta\":{{\"profile\":[\"{ProfileUrls.LocationSos}\"]}}");
    private static readonly byte[] ServiceProfile = Utf8($"\",\"meta\":{{\"profile\":[\"{ProfileUrls.HealthcareServiceCpts}\"]}},\"providedBy\":{{\"reference\":\"Organization/");
    private static readonly byte[] CommunityProfile = Utf8($"\",\"meta\":{{\"profile\":[\"{ProfileUrls.OrganizationCpts}\"]}},\"identifier\":[");
    private static readonly byte[] AssociationProfile = Utf8($"\",\"meta\":{{\"profile\":[\"{ProfileUrls.OrganizationSos}\"]}},\"identifier\":[");
    private static readonly byte[] NationalId = Identifier(CodeSystems.IdentifierType, "IDNPS", IdentifierSystems.NationalPractitioner);
    private static readonly byte[] StructureId = Identifier(CodeSystems.IdentifierType, "IDNST", IdentifierSystems.NationalStructure);
    private static readonly byte[] OrganizationId = Identifier(CodeSystems.LocationIdentifierType, "IDNST", IdentifierSystems.NationalStructure);
    private static readonly byte[] InternalId = Utf8($"{{\"type\":{{\"coding\":[{{\"system\":\"{CodeSystems.LocationIdentifierType}\",\"code\":\"INTRN\"}}]}},\"system\":\"");

    private int _resourceStart;
    private int _resourceEnd;

    /// <summary>Absolute FHIR base without trailing slash, safe inside a JSON text.</summary>
    public byte[] BaseAddress { get; set; } = [];

    /// <summary>The resource of the entry written last, as a read of it gives it; good until the next write.</summary>
    public ReadOnlySpan<byte> LastResource => to.Written[_resourceStart.._resourceEnd];

    public void Schedule(ReadOnlySpan<byte> owner, PlaceId place, ReadOnlySpan<byte> lastUpdated)
    {
        Open("Schedule"u8, owner, place);
        to.Raw("\",\"meta\":{\"lastUpdated\":\""u8).Raw(lastUpdated).Raw(ScheduleProfile).Raw(owner).Raw("\"},{\"reference\":\"PractitionerRole/"u8);
        Id(owner, place);
        to.Raw("\"}]"u8);
        Close();
    }

    /// <param name="owner">Who.</param>
    /// <param name="details">Names.</param>
    /// <param name="takesRequests">Whether care can be asked for on a marketplace; told by a tag.</param>
    public void Practitioner(ReadOnlySpan<byte> owner, OwnerDetails details, bool takesRequests)
    {
        Open("Practitioner"u8, owner, null);
        to.Raw(takesRequests ? OfferingProfile : PractitionerProfile).Raw(NationalId).Raw(owner).Raw("\"}]"u8);
        if (details.Family is not null || details.Given.Count > 0)
        {
            Name(details);
        }

        Close();
    }

    public void PractitionerRole(ReadOnlySpan<byte> owner, PlaceEntry place)
    {
        var details = place.Details;
        Open("PractitionerRole"u8, owner, place.Id);
        to.Raw(RoleProfile);
        OwnerId.WritePlace(place.Id, to.Take(PlaceId.Length));
        to.Raw(LocationProfile);
        PlaceIdentifier(place);
        if (details.Name is { } name)
        {
            to.Raw(",\"name\":\""u8).Text(name).Raw("\""u8);
        }

        Address(details);
        to.Raw("}],\"practitioner\":{\"reference\":\"Practitioner/"u8).Raw(owner).Raw("\"}"u8);
        if (details.StructureId is { } structure)
        {
            to.Raw(",\"organization\":{\"identifier\":"u8).Raw(StructureId).Text(structure).Raw("\"}}"u8);
        }

        to.Raw(",\"location\":[{\"reference\":\"#place-"u8);
        OwnerId.WritePlace(place.Id, to.Take(PlaceId.Length));
        to.Raw("\"}]"u8);
        Telecom(details.Phone);
        Close();
    }

    public void HealthcareService(Cpts community)
    {
        Open("HealthcareService"u8, community.Finess);
        to.Raw(ServiceProfile).Ascii(community.Finess).Raw("\"}"u8);
        Close();
    }

    public void Community(Cpts community)
    {
        Open("Organization"u8, community.Finess);
        Organization(CommunityProfile, community.Finess, community.Name, community.Phone);
    }

    public void SosSchedule(ReadOnlySpan<byte> owner, PlaceId place, ReadOnlySpan<byte> lastUpdated)
    {
        Open("Schedule"u8, owner, place);
        to.Raw("\",\"meta\":{\"lastUpdated\":\""u8).Raw(lastUpdated).Raw(SosScheduleProfile);
        Id(owner, place);
        to.Raw("\"}]"u8);
        Close("match"u8);
    }

    public void SosLocation(ReadOnlySpan<byte> owner, PlaceEntry place, OwnerDetails association)
    {
        var details = place.Details;
        Open("Location"u8, owner, place.Id);
        to.Raw(SosLocationProfile);
        PlaceIdentifier(place);

        // The profile demands a name: a place without one of its own has the association's, else its town's.
        to.Raw(",\"name\":\""u8).Text(details.Name ?? association.Family ?? details.City ?? details.Key).Raw("\""u8);
        Telecom(details.Phone);
        Address(details);
        to.Raw(",\"managingOrganization\":{\"reference\":\"Organization/"u8).Raw(owner).Raw("\"}"u8);
        Close();
    }

    public void Association(ReadOnlySpan<byte> owner, OwnerDetails details)
    {
        Open("Organization"u8, owner, null);
        Organization(AssociationProfile, Encoding.ASCII.GetString(owner), details.Family, details.Phone);
    }

    /// <summary>An entry of another mode, its resource already in JSON.</summary>
    public void Outcome(ReadOnlySpan<byte> resource)
    {
        to.Raw(",{\"fullUrl\":\"urn:uuid:"u8).Ascii(Guid.NewGuid().ToString("D")).Raw("\",\"resource\":"u8).Raw(resource).Raw(",\"search\":{\"mode\":\"outcome\"}}"u8);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Identifier(string typeSystem, string type, string system) =>
        Utf8($"{{\"type\":{{\"coding\":[{{\"system\":\"{typeSystem}\",\"code\":\"{type}\"}}]}},\"system\":\"{system}\",\"value\":\"");

    private void Open(ReadOnlySpan<byte> type, ReadOnlySpan<byte> owner, PlaceId? place)
    {
        to.Raw(",{\"fullUrl\":\""u8).Raw(BaseAddress).Raw("/"u8).Raw(type).Raw("/"u8);
        Id(owner, place);
        OpenResource(type);
        Id(owner, place);
    }

    private void Open(ReadOnlySpan<byte> type, string id)
    {
        to.Raw(",{\"fullUrl\":\""u8).Raw(BaseAddress).Raw("/"u8).Raw(type).Raw("/"u8).Ascii(id);
        OpenResource(type);
        to.Ascii(id);
    }

    private void OpenResource(ReadOnlySpan<byte> type)
    {
        to.Raw("\",\"resource\":"u8);
        _resourceStart = to.Length;
        to.Raw("{\"resourceType\":\""u8).Raw(type).Raw("\",\"id\":\""u8);
    }

    private void Id(ReadOnlySpan<byte> owner, PlaceId? place)
    {
        to.Raw(owner);
        if (place is { } id)
        {
            to.Raw("-"u8);
            OwnerId.WritePlace(id, to.Take(PlaceId.Length));
        }
    }

    private void Close() => Close("include"u8);

    private void Close(ReadOnlySpan<byte> mode)
    {
        _resourceEnd = to.Raw("}"u8).Length;
        to.Raw(",\"search\":{\"mode\":\""u8).Raw(mode).Raw("\"}}"u8);
    }

    private void Name(OwnerDetails details)
    {
        to.Raw(",\"name\":[{"u8);
        var comma = false;
        if (details.Family is { } family)
        {
            to.Raw("\"family\":\""u8).Text(family).Raw("\""u8);
            comma = true;
        }

        for (var i = 0; i < details.Given.Count; i++)
        {
            to.Raw(i > 0 ? ",\""u8 : comma ? ",\"given\":[\""u8 : "\"given\":[\""u8).Text(details.Given[i]).Raw("\""u8);
        }

        to.Raw(details.Given.Count > 0 ? "]}]"u8 : "}]"u8);
    }

    private void PlaceIdentifier(PlaceEntry place)
    {
        to.Raw(",\"identifier\":["u8).Raw(InternalId);
        if (place.Details.IdentifierSystem is { } system)
        {
            to.Text(system);
        }
        else
        {
            to.Raw("urn:feed:"u8).Text(place.Lanes[0].Vendor.VendorId).Raw(":place"u8);
        }

        to.Raw("\",\"value\":\""u8).Text(place.Details.IdentifierValue ?? place.Details.Key).Raw("\"}]"u8);
    }

    private void Address(PlaceDetails place)
    {
        if (place is { Line: null, City: null, PostalCode: null })
        {
            return;
        }

        var next = ",\"address\":{"u8;
        if (place.Line is { } line)
        {
            to.Raw(next).Raw("\"line\":[\""u8).Text(line).Raw("\"]"u8);
            next = ","u8;
        }

        if (place.City is { } city)
        {
            to.Raw(next).Raw("\"city\":\""u8).Text(city).Raw("\""u8);
            next = ","u8;
        }

        if (place.PostalCode is { } postalCode)
        {
            to.Raw(next).Raw("\"postalCode\":\""u8).Text(postalCode).Raw("\""u8);
        }

        to.Raw("}"u8);
    }

    private void Organization(ReadOnlySpan<byte> profile, string id, string? name, string? phone)
    {
        to.Raw(profile).Raw(OrganizationId).Ascii(id).Raw("\"}]"u8);
        if (name is not null)
        {
            to.Raw(",\"name\":\""u8).Text(name).Raw("\""u8);
        }

        Telecom(phone);
        Close();
    }

    private void Telecom(string? phone)
    {
        if (phone is not null)
        {
            to.Raw(",\"telecom\":[{\"system\":\"phone\",\"value\":\""u8).Text(phone).Raw("\"}]"u8);
        }
    }
}
