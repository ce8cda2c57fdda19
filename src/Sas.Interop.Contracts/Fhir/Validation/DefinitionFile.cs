namespace Sas.Interop.Contracts.Fhir.Validation;

/// <summary>One file of definitions: a StructureDefinition, a ValueSet, a CodeSystem, a Bundle of them, or a resource of another type, which is passed over.</summary>
/// <param name="Name">Name that errors give, such as the file's name; never a secret.</param>
/// <param name="Utf8">The FHIR JSON.</param>
public sealed record DefinitionFile(string Name, ReadOnlyMemory<byte> Utf8);
