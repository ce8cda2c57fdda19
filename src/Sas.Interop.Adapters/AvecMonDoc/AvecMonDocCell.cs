using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.AvecMonDoc;

/// <summary>A cell of the fixed grid of a day; its own times are an index and padding, the real ones are inside.</summary>
internal sealed record AvecMonDocCell
{
    [JsonConverter(typeof(FlagConverter))]
    public bool IsAvailable { get; init; }

    public AvecMonDocBusinessHours? BusinessHours { get; init; }
}

/// <summary>The bookable time of a cell.</summary>
internal sealed record AvecMonDocBusinessHours
{
    public string? Start { get; init; }

    public string? End { get; init; }

    public AvecMonDocExtendedProps? ExtendedProps { get; init; }
}

/// <summary>Whose time it is.</summary>
internal sealed record AvecMonDocExtendedProps
{
    [JsonConverter(typeof(IdentifierConverter))]
    public string? DoctorId { get; init; }

    [JsonConverter(typeof(IdentifierConverter))]
    public string? OrganizationId { get; init; }
}
