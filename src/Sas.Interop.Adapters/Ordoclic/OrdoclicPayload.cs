using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.Ordoclic;

/// <summary>One free time as the vendor lists it; recurring events come expanded.</summary>
internal sealed record OrdoclicSlot
{
    public string? TimeStart { get; init; }

    public string? TimeEnd { get; init; }

    public string? TzId { get; init; }

    [JsonPropertyName("medicalStaffID")]
    [JsonConverter(typeof(IdentifierConverter))]
    public string? MedicalStaffId { get; init; }

    [JsonConverter(typeof(FlagConverter))]
    public bool Overlapped { get; init; }

    public OrdoclicStatus? Status { get; init; }
}

/// <summary>The event that occupies a time; all zero when it is free.</summary>
internal sealed record OrdoclicStatus
{
    [JsonPropertyName("eventID")]
    [JsonConverter(typeof(IdentifierConverter))]
    public string? EventId { get; init; }

    [JsonPropertyName("statusID")]
    [JsonConverter(typeof(IntegerConverter))]
    public int? StatusId { get; init; }
}
