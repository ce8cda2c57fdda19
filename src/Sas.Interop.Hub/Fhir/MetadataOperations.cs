using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Hub.Fhir.Operations;

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

    /// <summary>Operations on appointments besides.</summary>
    public static IReadOnlyList<CapabilityStatementOperation> OfAppointments { get; } =
    [
        Own("hold", "Keeps a free slot for one operator."),
        Own("book", "Books a free slot, or one that was held; or gives a link to the vendor's page, or a telephone."),
    ];

    private static CapabilityStatementOperation Own(string name, string documentation) =>
        new() { Name = name, Definition = PublishedOperations.CanonicalOf(name), Documentation = documentation };
}
