namespace Sas.Interop.Contracts.Fhir;

/// <summary>Name of a person (R4 <c>HumanName</c>).</summary>
public sealed record HumanName : Element
{
    /// <summary><c>usual</c>, <c>official</c>, <c>temp</c>, <c>nickname</c>, <c>anonymous</c>, <c>old</c> or <c>maiden</c>.</summary>
    public string? Use { get; init; }

    /// <summary>The whole name as displayed.</summary>
    public string? Text { get; init; }

    /// <summary>Family name.</summary>
    public string? Family { get; init; }

    /// <summary>Given names in order.</summary>
    public IReadOnlyList<string>? Given { get; init; }

    /// <summary>Titles before the name.</summary>
    public IReadOnlyList<string>? Prefix { get; init; }

    /// <summary>Titles after the name.</summary>
    public IReadOnlyList<string>? Suffix { get; init; }

    /// <summary>When the name is or was in use.</summary>
    public Period? Period { get; init; }
}
