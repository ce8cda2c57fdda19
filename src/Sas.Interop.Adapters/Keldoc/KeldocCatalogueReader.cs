using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Keldoc;

/// <summary>Reads the catalogue answers: clinic, cabinets, motives.</summary>
internal static class KeldocCatalogueReader
{
    private static readonly JsonShape ClinicShape = JsonShape.Of("id!", "specialties[]");
    private static readonly JsonShape CabinetShape = JsonShape.Of("[]");
    private static readonly JsonShape MotiveShape = JsonShape.Of("[].motives[]");

    public static async ValueTask<Outcome<KeldocClinic>> ReadClinicAsync(VendorAnswer answer, CancellationToken cancellationToken)
    {
        var clinic = default(string);
        var specialties = new List<string>();
        var outcome = await JsonFeed.ReadAsync(
            answer.Body,
            ClinicShape,
            (int path, in JsonFeedPosition _, ref Utf8JsonReader value) =>
            {
                if (path == 0)
                {
                    clinic = JsonText.Identifier(ref value);
                }
                else if (JsonSerializer.Deserialize(ref value, KeldocPayloadContext.Default.KeldocSpecialty) is { Id.IsEmpty: false } specialty)
                {
                    specialties.Add(specialty.Id.Value);
                }

                return null;
            },
            cancellationToken);
        return outcome.IsSuccess ? new KeldocClinic(clinic ?? string.Empty, specialties) : outcome.Error;
    }

    public static ValueTask<Outcome<IReadOnlyList<KeldocCabinet>>> ReadCabinetsAsync(VendorAnswer answer, CancellationToken cancellationToken) =>
        JsonFeed.ListAsync(answer.Body, CabinetShape, KeldocPayloadContext.Default.KeldocCabinet, cancellationToken);

    public static ValueTask<Outcome<IReadOnlyList<KeldocMotive>>> ReadMotivesAsync(VendorAnswer answer, CancellationToken cancellationToken) =>
        JsonFeed.ListAsync(answer.Body, MotiveShape, KeldocPayloadContext.Default.KeldocMotive, cancellationToken);
}
