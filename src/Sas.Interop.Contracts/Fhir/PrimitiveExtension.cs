namespace Sas.Interop.Contracts.Fhir;

/// <summary>Id and extensions of one primitive value, what FHIR JSON writes in a sibling <c>_name</c>.</summary>
public sealed record PrimitiveExtension : Element
{
    /// <summary>JSON name of the primitive member in its owner, without underscore: <c>birthDate</c>, <c>valueString</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>0-based position when the member is a list; null otherwise. A value that has only extensions is an empty text in its list.</summary>
    public int? Index { get; init; }
}
