namespace Sas.Interop.Contracts.Fhir;

/// <summary>What is done with one type of resource (R4 <c>CapabilityStatement.rest.resource</c>).</summary>
public sealed record CapabilityStatementResource : BackboneElement
{
    /// <summary>Type of resource.</summary>
    public string? Type { get; init; }

    /// <summary>Profile for all uses.</summary>
    public string? Profile { get; init; }

    /// <summary>Profiles for some uses.</summary>
    public IReadOnlyList<string>? SupportedProfile { get; init; }

    /// <summary>In words.</summary>
    public string? Documentation { get; init; }

    /// <summary><c>read</c>, <c>search-type</c>, <c>create</c>, <c>update</c> and the like.</summary>
    public IReadOnlyList<CapabilityStatementInteraction>? Interaction { get; init; }

    /// <summary><c>no-version</c>, <c>versioned</c> or <c>versioned-update</c>.</summary>
    public string? Versioning { get; init; }

    /// <summary>Whether old versions can be read.</summary>
    public bool? ReadHistory { get; init; }

    /// <summary>Whether an update may create.</summary>
    public bool? UpdateCreate { get; init; }

    /// <summary>Whether a create may be conditional.</summary>
    public bool? ConditionalCreate { get; init; }

    /// <summary><c>not-supported</c>, <c>modified-since</c>, <c>not-match</c> or <c>full-support</c>.</summary>
    public string? ConditionalRead { get; init; }

    /// <summary>Whether an update may be conditional.</summary>
    public bool? ConditionalUpdate { get; init; }

    /// <summary><c>not-supported</c>, <c>single</c> or <c>multiple</c>.</summary>
    public string? ConditionalDelete { get; init; }

    /// <summary><c>literal</c>, <c>logical</c> and the like.</summary>
    public IReadOnlyList<string>? ReferencePolicy { get; init; }

    /// <summary>Values of <c>_include</c>.</summary>
    public IReadOnlyList<string>? SearchInclude { get; init; }

    /// <summary>Values of <c>_revinclude</c>.</summary>
    public IReadOnlyList<string>? SearchRevInclude { get; init; }

    /// <summary>Search parameters.</summary>
    public IReadOnlyList<CapabilityStatementSearchParam>? SearchParam { get; init; }

    /// <summary>Operations on the type.</summary>
    public IReadOnlyList<CapabilityStatementOperation>? Operation { get; init; }
}
