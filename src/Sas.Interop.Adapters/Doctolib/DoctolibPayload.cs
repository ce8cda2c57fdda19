using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.Doctolib;

/// <summary>What is read of a profile: nothing that names or reaches a person.</summary>
internal sealed record DoctolibProfile(
    IReadOnlyList<DoctolibMotive> Motives,
    IReadOnlyList<DoctolibAgenda> Agendas,
    IReadOnlyList<DoctolibPlace> Places,
    string? SpecialitySlug);

internal sealed record DoctolibMotive
{
    public VendorId Id { get; init; }

    public string? Name { get; init; }

    public VendorId RefVisitMotiveId { get; init; }

    [JsonConverter(typeof(YesNoConverter))]
    public bool AllowNewPatients { get; init; } = true;
}

internal sealed record DoctolibAgenda
{
    public VendorId Id { get; init; }

    public VendorId PracticeId { get; init; }

    [JsonConverter(typeof(YesNoConverter))]
    public bool BookingDisabled { get; init; }

    [JsonConverter(typeof(YesNoConverter))]
    public bool BookingTemporaryDisabled { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<VendorId>>? VisitMotiveIdsByPracticeId { get; init; }

    public IReadOnlyList<VendorId>? VisitMotiveIds { get; init; }
}

internal sealed record DoctolibPlace
{
    public VendorId Id { get; init; }

    public IReadOnlyList<VendorId>? PracticeIds { get; init; }

    public string? Address { get; init; }

    public string? FullAddress { get; init; }

    public string? City { get; init; }

    public VendorId Zipcode { get; init; }
}

internal sealed record DoctolibSpeciality(string? Slug);
