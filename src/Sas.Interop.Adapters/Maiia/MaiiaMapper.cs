using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Maiia;

/// <summary>Turns reasons and listed slots into slots; pure.</summary>
internal static class MaiiaMapper
{
    private const int ObjectIdLength = 24;

    /// <summary>Reasons to ask: open ones, one of each name when names are the key.</summary>
    public static IReadOnlyList<MaiiaReason> Choose(IEnumerable<MaiiaReason> reasons, IReadOnlySet<string>? wanted, MaiiaOptions options) =>
    [
        .. reasons
            .Where(reason => options.SelectById ? !reason.Id.IsEmpty : !string.IsNullOrWhiteSpace(reason.Name))
            .Where(reason => wanted is null || wanted.Contains(reason.Id.ToString()))
            .Where(reason => reason.PatientLimitation is null || options.PatientLimitations.Contains(reason.PatientLimitation, StringComparer.OrdinalIgnoreCase))
            .DistinctBy(reason => options.SelectById ? reason.Id.Value : reason.Name, StringComparer.Ordinal),
    ];

    public static SlotKind Kind(PullTarget target, MaiiaReason reason, Uri? link) => new()
    {
        Types = target.DefaultTypes,
        Consultations = reason.ConsultationType?.ToUpperInvariant() switch
        {
            "PHYSICAL_OR_TELECONSULTATION" => ConsultationTypes.Ambulatory | ConsultationTypes.Virtual,
            "TELECONSULTATION" => ConsultationTypes.Virtual,
            _ => ConsultationTypes.Ambulatory,
        },
        Mode = BookingMode.Routine,
        Reasons = string.IsNullOrWhiteSpace(reason.Name) ? [] : [reason.Name.Trim()],
        BookingUrl = link,
    };

    public static Uri? Link(PullTarget target, MaiiaTarget keys, Uri root) =>
        target.Key("page") is { } page ? PageLinks.Build(root, page, [new("centerid", keys.Center)]) : target.BookingUrl;

    /// <summary>A few centers are known by their SIRET; their slots then name an id that the directory does not hold.</summary>
    public static string? ComparableCenter(string center) => center.Length == ObjectIdLength && center.All(char.IsAsciiHexDigit) ? center : null;
}
