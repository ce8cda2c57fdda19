namespace Sas.Interop.Contracts.Fhir.Json;

/// <summary>What came of reading one resource.</summary>
/// <typeparam name="T">Type of resource asked for.</typeparam>
/// <param name="Resource">The resource without what the issues name; null when it could not be read at all.</param>
/// <param name="Issues">What was found, in the order of the text.</param>
/// <param name="HasErrors">Whether an error was found, listed or beyond the bound of the list.</param>
public sealed record FhirReadResult<T>(T? Resource, IReadOnlyList<FhirIssue> Issues, bool HasErrors)
    where T : Resource;
