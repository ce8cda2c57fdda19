namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>Reads one value of a criterion.</summary>
/// <param name="value">Without blanks around it, not empty.</param>
/// <param name="to">Gets whom or what the value means; nothing when that can be nobody here.</param>
/// <returns>What would be right, when the value is malformed; else null.</returns>
internal delegate string? ReadSought(ReadOnlySpan<char> value, List<Sought> to);

/// <summary>A criterion of a plain search.</summary>
/// <param name="Name">Compared without regard to case.</param>
/// <param name="Type">Kind of a search parameter in FHIR.</param>
/// <param name="Documentation">What it takes; null for another name of a criterion, which <c>metadata</c> does not repeat.</param>
/// <param name="Read">Reads one of its values.</param>
internal sealed record PlainParameter(string Name, string Type, string? Documentation, ReadSought Read);
