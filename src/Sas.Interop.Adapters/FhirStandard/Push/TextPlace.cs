namespace Sas.Interop.Adapters.FhirStandard.Push;

/// <summary>A place in a body, both 1-based, the column in bytes.</summary>
internal readonly record struct TextPlace(int Line, int Column);
