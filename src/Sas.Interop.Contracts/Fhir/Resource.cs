namespace Sas.Interop.Contracts.Fhir;

/// <summary>What every resource has (R4 <c>Resource</c>). Instances are immutable and may be shared between threads.</summary>
public abstract record Resource
{
    private protected Resource()
    {
    }

    /// <summary>The R4 name of the resource's type, the value of <c>resourceType</c>.</summary>
    public virtual string TypeName => GetType().Name;

    /// <summary>Logical id, 1 to 64 characters of <c>A-Z a-z 0-9 - .</c>; null before the server gave one.</summary>
    public string? Id { get; init; }

    /// <summary>Version, source, profiles and labels.</summary>
    public Meta? Meta { get; init; }

    /// <summary>URI of rules that the content needs to be understood; rare.</summary>
    public string? ImplicitRules { get; init; }

    /// <summary>Language of the content, BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>Ids and extensions of this resource's own primitive members, the <c>_name</c> siblings of FHIR JSON.</summary>
    public IReadOnlyList<PrimitiveExtension>? PrimitiveExtensions { get; init; }

    /// <summary>Type and id only: contents may be personal and must not reach a log by accident.</summary>
    /// <returns><c>Slot/123</c>, or <c>Slot</c> without an id.</returns>
    public sealed override string ToString() => Id is null ? TypeName : TypeName + "/" + Id;
}
