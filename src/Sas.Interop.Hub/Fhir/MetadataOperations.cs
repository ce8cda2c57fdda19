using Sas.Interop.Contracts.Fhir;

namespace Sas.Interop.Hub.Fhir;

/// <summary>Operations that the hub offers, at the base and on each type that it knows; an operation enters <c>metadata</c> by its line here.</summary>
internal static class MetadataOperations
{
    public static IReadOnlyList<CapabilityStatementOperation> All { get; } =
    [
        new CapabilityStatementOperation
        {
            Name = "validate",
            Definition = "http://hl7.org/fhir/OperationDefinition/Resource-validate",
            Documentation = "Judges a resource by the national profiles and stores nothing.",
        },
    ];
}
