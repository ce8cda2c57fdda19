using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard.Push;

/// <summary>What one entry of a push may be: a resource of the contract, put or posted.</summary>
internal static class PushEntryRules
{
    public const string Transaction = "transaction";
    private static readonly string[] BundleTypes = ["collection", Transaction, "searchset"];

    /// <returns>Why a Bundle of this type is refused, or null.</returns>
    public static (string Rule, string Message)? FaultOfType(string? type) => type switch
    {
        null => (PushRules.Required, "A Bundle has a type."),
        _ when BundleTypes.Contains(type) => null,
        _ => (PushRules.NotSupported, "A push is a Bundle of type collection, transaction or searchset."),
    };

    public static IEnumerable<EntryFault> FaultsOf(FhirBundleItem item)
    {
        if (item.Resource is null)
        {
            if (!item.HasErrors && item.Request?.Method != "DELETE")
            {
                yield return new EntryFault(item.Index, "resource", PushRules.Required, "An entry of a push holds a resource.");
            }
        }
        else if (FaultOfResource(item.Resource) is { } message)
        {
            yield return new EntryFault(item.Index, "resource", PushRules.NotSupported, message);
        }

        if (item.Request is { } request)
        {
            if (request.Method is not ("PUT" or "POST"))
            {
                yield return new EntryFault(item.Index, "request.method", PushRules.NotSupported, "Only PUT and POST are taken; what is no longer listed is closed by coverage.");
            }
            else if (item.Resource is { } resource && TypeOf(request.Url) != resource.TypeName)
            {
                yield return new EntryFault(item.Index, "request.url", PushRules.NotSupported, "The request's address is not of the type of the resource.");
            }
        }
    }

    private static string? FaultOfResource(Resource resource) => resource switch
    {
        Slot or Schedule or Practitioner or PractitionerRole or Location or HealthcareService or Organization => null,
        OperationOutcome outcome when outcome.Issue?.Any(static issue => issue.Severity is "error" or "fatal") != true => null,
        OperationOutcome => "The Bundle says of itself that it is not whole.",
        _ => "A push holds Slot, Schedule, Practitioner, PractitionerRole, Location, HealthcareService and Organization.",
    };

    private static string? TypeOf(string? url)
    {
        if (url is null)
        {
            return null;
        }

        var path = url.Split('?')[0].TrimEnd('/');
        var parts = path.Split('/');
        return parts.Length == 1 || char.IsAsciiLetterUpper(parts[^1].FirstOrDefault()) && !char.IsAsciiLetterUpper(parts[^2].FirstOrDefault())
            ? parts[^1]
            : parts[^2];
    }
}
