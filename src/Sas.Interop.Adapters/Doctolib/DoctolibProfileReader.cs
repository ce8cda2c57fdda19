using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Doctolib;

/// <summary>Reads a profile answer item by item.</summary>
internal static class DoctolibProfileReader
{
    private static readonly JsonShape Shape = JsonShape.Of("data!.visit_motives[]", "data.agendas[]", "data.places[]", "data.profile.speciality");

    public static async ValueTask<Outcome<DoctolibProfile>> ReadAsync(VendorAnswer answer, CancellationToken cancellationToken)
    {
        var motives = new List<DoctolibMotive>();
        var agendas = new List<DoctolibAgenda>();
        var places = new List<DoctolibPlace>();
        string? speciality = null;
        var outcome = await JsonFeed.ReadAsync(
            answer.Body,
            Shape,
            (int path, in JsonFeedPosition _, ref Utf8JsonReader value) =>
            {
                switch (path)
                {
                    case 0 when JsonSerializer.Deserialize(ref value, DoctolibPayloadContext.Default.DoctolibMotive) is { } motive:
                        motives.Add(motive);
                        break;
                    case 1 when JsonSerializer.Deserialize(ref value, DoctolibPayloadContext.Default.DoctolibAgenda) is { } agenda:
                        agendas.Add(agenda);
                        break;
                    case 2 when JsonSerializer.Deserialize(ref value, DoctolibPayloadContext.Default.DoctolibPlace) is { } place:
                        places.Add(place);
                        break;
                    case 3:
                        speciality = JsonSerializer.Deserialize(ref value, DoctolibPayloadContext.Default.DoctolibSpeciality)?.Slug;
                        break;
                }

                return null;
            },
            cancellationToken);
        return outcome.IsSuccess ? new DoctolibProfile(motives, agendas, places, speciality) : outcome.Error;
    }
}
