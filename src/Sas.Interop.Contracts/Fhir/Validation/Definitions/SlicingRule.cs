namespace Sas.Interop.Contracts.Fhir.Validation.Definitions;

/// <summary>How an element is sliced.</summary>
/// <param name="Discriminators">Type (value, pattern, type, profile, exists) and path of each.</param>
/// <param name="IsClosed">Whether every value must be in a slice.</param>
/// <param name="IsOpenAtEnd">Whether values outside every slice stand last.</param>
internal sealed record SlicingRule(IReadOnlyList<(string Type, string Path)> Discriminators, bool IsClosed, bool IsOpenAtEnd);
