namespace Sas.Interop.Contracts.Fhir;

/// <summary>A resource with narrative, contained resources and extensions (R4 <c>DomainResource</c>).</summary>
public abstract record DomainResource : Resource
{
    private protected DomainResource()
    {
    }

    /// <summary>Text for human readers.</summary>
    public Narrative? Text { get; init; }

    /// <summary>Resources that live only inside this one, referenced as <c>#id</c>. A type that is not modelled is an <see cref="UnknownResource"/>.</summary>
    public IReadOnlyList<Resource>? Contained { get; init; }

    /// <summary>Additional content, each entry defined by its URL.</summary>
    public IReadOnlyList<Extension>? Extension { get; init; }

    /// <summary>Extensions that change the meaning of the resource.</summary>
    public IReadOnlyList<Extension>? ModifierExtension { get; init; }
}
