namespace Sas.Interop.Contracts.Fhir;

/// <summary>A part defined inside a resource (R4 <c>BackboneElement</c>).</summary>
public abstract record BackboneElement : Element
{
    private protected BackboneElement()
    {
    }

    /// <summary>Extensions that change the meaning of the element that holds them.</summary>
    public IReadOnlyList<Extension>? ModifierExtension { get; init; }
}
