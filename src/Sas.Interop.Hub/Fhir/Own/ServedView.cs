using Sas.Interop.Hub.Fhir.Read;

namespace Sas.Interop.Hub.Fhir.Own;

/// <summary>Searches and reads over what a caller may see.</summary>
internal sealed record ServedView(SearchEndpoints Searches, ReadEndpoints Reads, PlainEndpoints Plain);
