using System.Security.Cryptography;
using System.Text;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>Places and names, from the resources of the contract (CONTRACT §5.4 to §5.8).</summary>
internal static class PlaceMapper
{
    private const int LongestKey = 160;

    public static PlaceDetails Place(string vendorId, Location location, PractitionerRole? role, string scheduleKey)
    {
        var identifier = location.Identifier?.FirstOrDefault(static candidate => SasCodes.Text(candidate.Value) is not null);
        var place = new PlaceDetails
        {
            Key = string.Empty,
            StructureId = IdentifierReader.Structure(role?.Organization?.Identifier),
            IdentifierSystem = identifier is null ? null : SasCodes.Text(identifier.System),
            IdentifierValue = SasCodes.Text(identifier?.Value),
            Name = SasCodes.Text(location.Name),
            Line = OneLine(location.Address?.Line),
            City = SasCodes.Text(location.Address?.City),
            PostalCode = PostalCodes.Normalize(location.Address?.PostalCode),
            Phone = Phone(role?.Telecom) ?? Phone(location.Telecom),
        };
        return place with { Key = Bounded(vendorId + ":" + StableKey(place, scheduleKey)) };
    }

    public static OwnerDetails Names(Practitioner practitioner)
    {
        var name = practitioner.Name?.FirstOrDefault(static candidate => SasCodes.Text(candidate.Family) is not null)
            ?? (practitioner.Name is [var first, ..] ? first : null);
        string[] given = name?.Given is null ? [] : [.. name.Given.Select(SasCodes.Text).OfType<string>()];
        return new OwnerDetails(SasCodes.Text(name?.Family) ?? SasCodes.Text(name?.Text), given, null);
    }

    public static OwnerDetails Names(Organization association) => new(SasCodes.Text(association.Name), [], Phone(association.Telecom));

    public static string? Phone(IReadOnlyList<ContactPoint>? telecoms) => (telecoms ?? [])
        .Where(static telecom => telecom.System is null || SasCodes.Same(telecom.System, "phone"))
        .Select(static telecom => Phones.Normalize(telecom.Value))
        .FirstOrDefault(static phone => phone is not null);

    /// <summary>A schedule's id is the last resort: a vendor may renew it at every answer.</summary>
    private static string StableKey(PlaceDetails place, string scheduleKey)
    {
        if (place.IdentifierValue is not null)
        {
            return place.IdentifierSystem + "|" + place.IdentifierValue;
        }

        return place.StructureId is null && place.Line is null
            ? scheduleKey
            : string.Join('|', place.StructureId, place.PostalCode, place.City, place.Line).ToUpperInvariant();
    }

    private static string Bounded(string key) =>
        key.Length <= LongestKey ? key : string.Concat(key.AsSpan(0, LongestKey - 64), Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key))));

    private static string? OneLine(IReadOnlyList<string>? lines) =>
        lines is null ? null : SasCodes.Text(string.Join(' ', lines.Select(SasCodes.Text).OfType<string>()));
}
