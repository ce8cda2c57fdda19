namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>What is wrong with one parameter of a search.</summary>
/// <param name="Parameter">Its name as the contract writes it.</param>
/// <param name="IssueCode">Code of the OperationOutcome issue: <c>required</c>, <c>value</c>, <c>invalid</c>, <c>not-supported</c>, <c>too-costly</c>.</param>
/// <param name="Message">What is wrong and what would be right.</param>
internal sealed record QueryFault(string Parameter, string IssueCode, string Message);
