namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>What surrounds the entries of an answer.</summary>
/// <param name="Id">Id of the Bundle.</param>
/// <param name="BaseAddress">Absolute FHIR base without trailing slash, in UTF-8, safe inside a JSON text.</param>
/// <param name="SelfLink">Address of the search as it was made, safe inside a JSON text.</param>
internal sealed record BundleFrame(Guid Id, byte[] BaseAddress, string SelfLink);
