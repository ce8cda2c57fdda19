namespace Sas.Interop.Contracts.Fhir.Validation.Definitions;

/// <summary>One StructureDefinition as it is applied.</summary>
/// <param name="Url">Canonical URL.</param>
/// <param name="Name">Id, as rules name it.</param>
/// <param name="Type">Type that it constrains.</param>
/// <param name="Root">Rules of the whole.</param>
/// <param name="ById">Every element by its id.</param>
internal sealed record Profile(string Url, string Name, string Type, ElementRule Root, IReadOnlyDictionary<string, ElementRule> ById);
