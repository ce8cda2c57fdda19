namespace Sas.Interop.Contracts.Fhir;

/// <summary>What every datatype and every part of a resource has (R4 <c>Element</c>). Instances are immutable and may be shared between threads.</summary>
/// <remarks>
/// In every type of this model null means absent, and an empty list counts as absent. Equality of records compares lists by reference:
/// compare the output of <see cref="Json.FhirJson.ToUtf8"/> to compare contents.
/// </remarks>
public abstract record Element
{
    private protected Element()
    {
    }

    /// <summary>Id for references inside the resource; rare.</summary>
    public string? Id { get; init; }

    /// <summary>Additional content, each entry defined by its URL.</summary>
    public IReadOnlyList<Extension>? Extension { get; init; }

    /// <summary>Ids and extensions of this element's own primitive members, the <c>_name</c> siblings of FHIR JSON.</summary>
    public IReadOnlyList<PrimitiveExtension>? PrimitiveExtensions { get; init; }

    /// <summary>The name of the type only: contents may be personal and must not reach a log by accident.</summary>
    /// <returns>The type name.</returns>
    public sealed override string ToString() => GetType().Name;
}
