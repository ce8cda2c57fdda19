using System.Text.Json;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir.Write;

namespace Sas.Interop.Hub.CareRequests;

/// <summary>Elements that a resource may have; whatever else it holds is a fault by its path, so that no free text and nobody's name gets in by an element that nobody thought of.</summary>
/// <param name="type">Name of the resource.</param>
/// <param name="allowed">Paths without positions, inner ones included: <c>category.coding.code</c>.</param>
internal sealed class ElementWhitelist(string type, IReadOnlySet<string> allowed)
{
    private const int MostFaults = 20;

    /// <param name="utf8">JSON that was read as the resource already.</param>
    /// <param name="faults">Gets what is not allowed.</param>
    public void Check(ReadOnlyMemory<byte> utf8, List<WriteFault> faults)
    {
        using var document = JsonDocument.Parse(utf8);
        Walk(document.RootElement, string.Empty, type, faults);
    }

    private void Walk(JsonElement element, string path, string shown, List<WriteFault> faults)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            var position = 0;
            foreach (var item in element.EnumerateArray())
            {
                Walk(item, path, $"{shown}[{position++}]", faults);
            }

            return;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in element.EnumerateObject())
        {
            var inner = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (allowed.Contains(inner))
            {
                Walk(member.Value, inner, $"{shown}.{member.Name}", faults);
            }
            else if (faults.Count < MostFaults)
            {
                faults.Add(new WriteFault(HubErrorCode.BusinessRule, $"{shown}.{Shown(member.Name)}", "The element has no place in a care request: nothing about a patient and no free text is taken. Nothing was written."));
            }
        }
    }

    // The name of a member is the caller's text: only what looks like an element is told.
    private static string Shown(string name) =>
        name.Length is > 0 and <= 64 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_') ? name : "(a member that is no element)";
}
