namespace Sas.Interop.Contracts.Fhir;

/// <summary>Text for human readers (R4 <c>Narrative</c>).</summary>
public sealed record Narrative : Element
{
    /// <summary><c>generated</c>, <c>extensions</c>, <c>additional</c> or <c>empty</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Limited XHTML, kept as text and never rendered by this library.</summary>
    public string? Div { get; init; }
}
