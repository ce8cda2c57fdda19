using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>A place as a file writes it.</summary>
internal sealed record PlaceText(string? Id)
{
    public string? Name { get; init; }

    public string? Structure { get; init; }

    public string? Line { get; init; }

    public string? City { get; init; }

    public string? PostalCode { get; init; }

    public string? Phone { get; init; }

    public string? TimeZone { get; init; }

    /// <returns>The place with every field in the contract's form; null when it has no usable id.</returns>
    public PlaceDetails? Judge(IFieldFaults faults)
    {
        var id = FieldRules.Text(Id, "id", faults, DirectoryBounds.LongestPlaceId);
        var place = new PlaceDetails
        {
            Key = id ?? string.Empty,
            Name = FieldRules.Text(Name, "name", faults),
            StructureId = NationalIds.Structure(Structure, "structure", faults),
            Line = FieldRules.Text(Line, "line", faults),
            City = FieldRules.Text(City, "city", faults),
            PostalCode = FieldRules.PostalCode(PostalCode, "postalCode", faults),
            Phone = FieldRules.Phone(Phone, "phone", faults),
            TimeZone = FieldRules.Zone(TimeZone, "timeZone", faults),
        };
        return id is null ? null : place;
    }
}
