namespace Sas.Interop.Contracts.Fhir.Validation.Types;

/// <summary>One JSON member that a base type may have.</summary>
/// <param name="Element">Name of the element; without the type for a choice.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsList">Whether it may occur several times.</param>
internal sealed record TypeElement(string Element, string Type, bool IsList);
