namespace Sas.Interop.Contracts.Fhir.Json;

/// <summary>What a <see cref="FhirBundleItem"/> brings.</summary>
public enum FhirBundleItemKind
{
    /// <summary>Once, first: the members of the Bundle that stand before its entries.</summary>
    Header,

    /// <summary>Once per entry, in the order of the text.</summary>
    Entry,

    /// <summary>Once, last: all members of the Bundle but its entries, and whether the reading reached the end.</summary>
    End,
}
