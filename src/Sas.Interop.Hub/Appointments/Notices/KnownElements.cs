using System.Text.Json;
using System.Text.RegularExpressions;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir.Write;

namespace Sas.Interop.Hub.Appointments.Notices;

/// <summary>
/// The elements that a notice may have: those of CONTRACT §5.9, and coded ones of R4 that can say nothing of a patient and are passed over.
/// Everything else is refused by its name, before anything of it is read: what has no place cannot name anybody.
/// </summary>
internal static partial class KnownElements
{
    private const int MostFaults = 20;
    private const string Root = "Appointment";

    // Elements of R4 that hold words, or lead to somebody.
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal)
    {
        "text", "display", "description", "comment", "patientInstruction", "reasonCode", "reasonReference", "cancelationReason", "contained",
        "supportingInformation", "note", "valueString", "valueMarkdown", "basedOn", "modifierExtension",
    };

    private static readonly Node Whole = Make();

    public static IReadOnlyList<WriteFault> Faults(ReadOnlySpan<byte> utf8)
    {
        var faults = new List<WriteFault>();
        var reader = new Utf8JsonReader(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, new JsonReaderOptions { MaxDepth = 256 });
        if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            ReadMembers(ref reader, Whole, Root, faults);
        }

        return faults;
    }

    private static void ReadMembers(ref Utf8JsonReader reader, Node node, string path, List<WriteFault> faults)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameOf(ref reader);
            reader.Read();
            if (!node.Members.TryGetValue(name, out var member))
            {
                Refuse(name, path, faults);
                reader.Skip();
            }
            else
            {
                ReadValue(ref reader, member, $"{path}.{name}", faults);
            }
        }
    }

    private static void ReadValue(ref Utf8JsonReader reader, Node node, string path, List<WriteFault> faults)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            ReadMembers(ref reader, node, path, faults);
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var item = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; item++)
            {
                ReadValue(ref reader, node, $"{path}[{item}]", faults);
            }
        }
    }

    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is the name of nothing.
            return string.Empty;
        }
    }

    // Names are told where they are names: a member may also be called what a patient is called.
    private static void Refuse(string name, string path, List<WriteFault> faults)
    {
        if (faults.Count >= MostFaults)
        {
            return;
        }

        var at = ElementName().IsMatch(name) ? $"{path}.{name}" : path;
        faults.Add(Telling.Contains(name)
            ? new WriteFault(HubErrorCode.PatientData, at, "The contract has no such element in an appointment, and what it says could name a patient; nothing was written (CONTRACT §5.9).")
            : new WriteFault(HubErrorCode.BusinessRule, at, "The contract has no such element in an appointment (CONTRACT §5.9)."));
    }

    private static Node Make()
    {
        var root = new Node();
        foreach (var path in Paths())
        {
            var node = root;
            foreach (var name in path.Split('.'))
            {
                if (!node.Members.TryGetValue(name, out var next))
                {
                    node.Members.Add(name, next = new Node());
                }

                node = next;
            }
        }

        return root;
    }

    private static IEnumerable<string> Paths() =>
    [
        "resourceType", "id", "language", "status", "start", "end", "created", "priority", "minutesDuration", "slot.reference",
        "meta.versionId", "meta.lastUpdated", "meta.source", "meta.profile", .. Coding("meta.security"), .. Coding("meta.tag"),
        .. Identifier("identifier"),
        "extension.url", .. Reference("extension.valueReference"), .. Coding("extension.valueCodeableConcept.coding"),
        "participant.status", "participant.required", .. Coding("participant.type.coding"), .. Reference("participant.actor"),
        .. Coding("serviceCategory.coding"), .. Coding("serviceType.coding"), .. Coding("specialty.coding"), .. Coding("appointmentType.coding"),
    ];

    private static string[] Reference(string at) => [$"{at}.reference", $"{at}.type", .. Identifier($"{at}.identifier")];

    private static string[] Identifier(string at) => [$"{at}.use", $"{at}.system", $"{at}.value", .. Coding($"{at}.type.coding")];

    private static string[] Coding(string at) => [$"{at}.system", $"{at}.version", $"{at}.code", $"{at}.userSelected"];

    [GeneratedRegex("^_?[a-z][A-Za-z0-9]{0,39}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex ElementName();

    private sealed class Node
    {
        public Dictionary<string, Node> Members { get; } = new(StringComparer.Ordinal);
    }
}
