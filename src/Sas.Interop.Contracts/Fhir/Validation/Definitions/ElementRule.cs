using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Definitions;

/// <summary>What a profile says of one element; filled while the definition is read, and never changed afterwards.</summary>
/// <param name="id">Id within the profile: <c>Slot.serviceType:referencecpts.extension</c>.</param>
/// <param name="name">Last part of the path, with <c>[x]</c> for a choice.</param>
internal sealed class ElementRule(string id, string name)
{
    public string Id { get; } = id;

    /// <summary>Name of the element; without <c>[x]</c> for a choice.</summary>
    public string Name { get; } = name.EndsWith("[x]", StringComparison.Ordinal) ? name[..^3] : name;

    /// <summary>Profile and element, as issues name it: <c>sas-cpts-slot-aggregator#Slot.status</c>.</summary>
    public required string Rule { get; init; }

    public string? SliceName { get; init; }

    public int Min { get; init; }

    /// <summary>The most; <see cref="int.MaxValue"/> for any number.</summary>
    public int Max { get; init; } = int.MaxValue;

    public IReadOnlyList<TypeRule> Types { get; init; } = [];

    /// <summary>The fixed value; null when there is none.</summary>
    public Node? Fixed { get; init; }

    /// <summary>The pattern; null when there is none.</summary>
    public Node? Pattern { get; init; }

    public BindingRule? Binding { get; init; }

    public int? MaxLength { get; init; }

    public IReadOnlyList<InvariantRule> Invariants { get; init; } = [];

    public SlicingRule? Slicing { get; init; }

    /// <summary>Id of the element whose children hold here too; null when there is none.</summary>
    public string? ContentId { get; init; }

    public List<ElementRule> Children { get; } = [];

    /// <summary>The slices, in the order of the definition.</summary>
    public List<ElementRule> Slices { get; } = [];
}
