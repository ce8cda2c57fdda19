namespace Sas.Interop.Contracts.Fhir.Validation.Tree;

/// <summary>The JSON form of a node.</summary>
internal enum NodeForm
{
    /// <summary>No value: a primitive that has only an id or extensions, or a null.</summary>
    None,

    /// <summary>An object.</summary>
    Object,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A number, kept as written.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A list within a list, which FHIR never has.</summary>
    List,
}
