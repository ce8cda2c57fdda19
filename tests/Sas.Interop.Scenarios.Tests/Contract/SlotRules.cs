using System.Text.Json;

using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>What CONTRACT §5.2, §6.3 and §7.1 demand of a slot, its times apart.</summary>
internal static class SlotRules
{
    private static readonly Dictionary<string, (string System, string[] Codes)> Coded = new()
    {
        ["serviceType"] = (CodeSystems.ConsultationType, ["AMB", "HH", "VR"]),
        ["appointmentType"] = (CodeSystems.AppointmentType, ["ROUTINE", "WALKIN"]),
    };

    public static IEnumerable<string> FaultsOf(JsonElement slot, FlowShape flow)
    {
        var id = slot.Text("id");
        if (slot.Text("status") != "free")
        {
            yield return $"{id}: status {slot.Text("status")}";
        }

        var types = slot.At("meta")?.Items("security").ToList() ?? [];
        if (types.Count == 0 || types.Codes().Distinct().Count() != types.Count)
        {
            yield return $"{id}: slot types {string.Join(' ', types.Codes())}";
        }

        foreach (var type in types.Where(type => type.Text("system") != CodeSystems.SlotType || !flow.SlotTypes.Contains(type.Text("code"))))
        {
            yield return $"{id}: slot type {type}";
        }

        // Entries of communities are judged with the communities.
        var services = slot.Items("serviceType").Where(static type => !type.Items("coding").Codes().Contains("604")).ToList();
        foreach (var fault in Codings("serviceType", services.SelectMany(static type => type.Items("coding")))
            .Concat(Codings("appointmentType", slot.At("appointmentType")?.Items("coding") ?? [])))
        {
            yield return $"{id}: {fault}";
        }

        foreach (var coding in slot.Items("specialty").SelectMany(static specialty => specialty.Items("coding")).Where(static coding => coding.Text("system") != CodeSystems.Specialty))
        {
            yield return $"{id}: specialty {coding}";
        }

        if (services.Exists(static type => type.At("coding") is not null == type.At("text") is not null || type.At("extension") is not null) || slot.At("extension") is not null)
        {
            yield return $"{id}: a service type is either coded or told";
        }

        if (flow == FlowShape.Association && (slot.At("specialty") is not null || services.Exists(static type => type.At("text") is not null)))
        {
            yield return $"{id}: specialty or reason in SOS";
        }

        if (slot.Text("comment") is { } comment && !(Uri.TryCreate(comment, UriKind.Absolute, out var page) && page.Query.Length > 1 && page.Scheme is "https" or "http"))
        {
            yield return $"{id}: booking page {comment}";
        }
    }

    private static IEnumerable<string> Codings(string element, IEnumerable<JsonElement> codings)
    {
        var (system, codes) = Coded[element];
        return codings.Where(coding => coding.Text("system") != system || !codes.Contains(coding.Text("code"))).Select(coding => $"{element} {coding}");
    }
}
