using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.Doctolib;

/// <summary>What is read of a profile: nothing that names or reaches a person.</summary>
internal sealed record DoctolibProfile(
    IReadOnlyList<DoctolibMotive> Motives,
    IReadOnlyList<DoctolibAgenda> Agendas,
    IReadOnlyList<DoctolibPlace> Places,
    string? SpecialitySlug);

// Settable members keep their defaults when the vendor leaves them out; a generated reader resets init-only ones.
internal sealed record DoctolibMotive
{
    public VendorId Id { get; set; }

    public string? Name { get; set; }

    public VendorId RefVisitMotiveId { get; set; }

    [JsonConverter(typeof(FlagConverter))]
    public bool AllowNewPatients { get; set; } = true;
}

internal sealed record DoctolibAgenda
{
    public VendorId Id { get; set; }

    public VendorId PracticeId { get; set; }

    [JsonConverter(typeof(FlagConverter))]
    public bool BookingDisabled { get; set; }

    [JsonConverter(typeof(FlagConverter))]
    public bool BookingTemporaryDisabled { get; set; }

    public IReadOnlyDictionary<string, IReadOnlyList<VendorId>>? VisitMotiveIdsByPracticeId { get; set; }

    public IReadOnlyList<VendorId>? VisitMotiveIds { get; set; }
}

internal sealed record DoctolibPlace
{
    public VendorId Id { get; set; }

    public IReadOnlyList<VendorId>? PracticeIds { get; set; }

    public string? Address { get; set; }

    public string? FullAddress { get; set; }

    public string? City { get; set; }

    public VendorId Zipcode { get; set; }
}

internal sealed record DoctolibSpeciality(string? Slug);
