namespace Sas.Interop.Hub.Tests.Fhir.Search.Laws;

/// <summary>A slot as an answer shows it.</summary>
internal sealed record ShownSlot(string Owner, string Line, DateTimeOffset Start, DateTimeOffset End, string Security, string Mode);
