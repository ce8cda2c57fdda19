namespace Sas.Interop.Contracts.Fhir;

/// <summary>A resource of a type that this subset does not model, kept as JSON so that it is written as it came.</summary>
/// <remarks>The writer emits <see cref="Json"/> alone: the other members are copies for the reader's convenience.</remarks>
public sealed record UnknownResource : Resource
{
    internal UnknownResource(string typeName, OpaqueJson json)
    {
        TypeName = typeName;
        Json = json;
    }

    /// <inheritdoc/>
    public override string TypeName { get; }

    /// <summary>The whole resource, <c>resourceType</c> included.</summary>
    public OpaqueJson Json { get; }
}
