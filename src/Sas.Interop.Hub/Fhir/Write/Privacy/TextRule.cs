namespace Sas.Interop.Hub.Fhir.Write.Privacy;

/// <summary>Where a type of resource that is written may hold words. Everywhere else it holds identifiers, codes, references and times only.</summary>
/// <param name="Type">The resource type.</param>
/// <param name="Words">Paths of elements with free words, such as <c>name.family</c>: from the root, without positions.</param>
/// <param name="Tokens">Paths of further elements that hold one word without blanks.</param>
internal sealed record TextRule(string Type, IReadOnlyList<string> Words, IReadOnlyList<string> Tokens)
{
    public static TextRule None(string type) => new(type, [], []);
}
