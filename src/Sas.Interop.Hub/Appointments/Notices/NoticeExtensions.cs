using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Hub.Appointments.Notices;

/// <summary>Reads the extensions of a notice: the regulator, and the orientation category of guide 1.2.0.</summary>
internal static class NoticeExtensions
{
    // Codes of guide 1.2.0, and the short names that the messages to dispatch software use (CONTRACT §6.3, D32).
    private static readonly Dictionary<string, string> Categories = new(StringComparer.OrdinalIgnoreCase)
    {
        ["001"] = "001",
        ["PS"] = "001",
        ["002"] = "002",
        ["PDM"] = "002",
        ["003"] = "003",
        ["SOS"] = "003",
        ["604"] = "604",
        ["CPTS"] = "604",
        ["603"] = "603",
        ["MSP"] = "603",
        ["124"] = "124",
        ["CDS"] = "124",
    };

    /// <returns>The extensions that name a regulator; others than the known ones are faults.</returns>
    public static List<Extension> Sort(IReadOnlyList<Extension>? extensions, NoticeFaults faults)
    {
        var operators = new List<Extension>();
        for (var i = 0; i < (extensions?.Count ?? 0); i++)
        {
            var extension = extensions![i]; // Counted above.
            if (extension.Url == ExtensionUrls.AppointmentOperator)
            {
                operators.Add(extension);
            }
            else if (extension.Url != ExtensionUrls.OrientationCategory)
            {
                faults.Refused($"extension[{i}]", "The contract has no such extension of an appointment (CONTRACT §5.9).");
            }
        }

        return operators;
    }

    public static RegulatorKey? Regulator(Extension extension, bool isSos, string path, NoticeFaults faults)
    {
        if (extension.ValueReference is { } reference)
        {
            // In the profile of SOS Médecins the reference and its identifier may both be left out (CONTRACT §5.9).
            return isSos && reference.Identifier is null ? null : NoticeIdentifiers.Regulator(reference.Identifier, path + ".value.identifier", faults);
        }

        if (!isSos || extension.Value is not null)
        {
            faults.Missing(path + ".value", "A reference with the regulator's identifier is mandatory (CONTRACT §5.9).");
        }

        return null;
    }

    /// <summary>The category's code; null when none was given, or one that nobody knows: it decides nothing (D32).</summary>
    public static string? Category(IReadOnlyList<Extension>? extensions) =>
        extensions?.FirstOrDefault(static extension => extension.Url == ExtensionUrls.OrientationCategory)?.ValueCodeableConcept?.Coding is [{ Code: { } code }, ..]
            ? Categories.GetValueOrDefault(code.Trim())
            : null;
}
