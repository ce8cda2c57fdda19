namespace Sas.Interop.Contracts.Fhir.Validation;

/// <summary>Everything that validation can say; <see cref="IssueTexts"/> holds the sentences.</summary>
internal enum IssueKind
{
    /// <summary>The text is no JSON. {0} line, {1} column.</summary>
    JsonSyntax,

    /// <summary>More bytes than allowed. {0} bound.</summary>
    TooLarge,

    /// <summary>Nested deeper than allowed. {0} bound.</summary>
    TooDeep,

    /// <summary>More objects and values than allowed. {0} bound.</summary>
    TooManyNodes,

    /// <summary>The JSON value is no object.</summary>
    NotAnObject,

    /// <summary>An object that must be a resource has no <c>resourceType</c>.</summary>
    ResourceTypeMissing,

    /// <summary>R4 knows no such resource type.</summary>
    ResourceTypeUnknown,

    /// <summary>An R4 type outside the subset.</summary>
    ResourceTypeNotModelled,

    /// <summary>Another type than the one that is due. {0} due type.</summary>
    ResourceTypeMismatch,

    /// <summary>A JSON member given twice. {0} member.</summary>
    DuplicateMember,

    /// <summary>An empty text, list or object, or a null. {0} element.</summary>
    EmptyValue,

    /// <summary>A text that holds half of a surrogate pair or a control character. {0} element.</summary>
    BrokenText,

    /// <summary>A member that the type does not have. {0} type.</summary>
    UnknownElement,

    /// <summary>One value where a list is due. {0} element.</summary>
    ListExpected,

    /// <summary>A list where one value is due. {0} element.</summary>
    SingleExpected,

    /// <summary>Another JSON type than due. {0} element, {1} R4 type.</summary>
    WrongJsonType,

    /// <summary>Two types of one choice. {0} element.</summary>
    SeveralChoiceTypes,

    /// <summary>Outside the grammar of the primitive type. {0} R4 type.</summary>
    PrimitiveFormat,

    /// <summary>Fewer than the minimum. {0} element, {1} minimum, {2} found.</summary>
    Missing,

    /// <summary>More than the maximum. {0} element, {1} maximum, {2} found.</summary>
    TooMany,

    /// <summary>An element that the profile forbids. {0} element.</summary>
    Forbidden,

    /// <summary>Fewer members of a slice than the minimum. {0} element, {1} slice, {2} minimum, {3} found.</summary>
    SliceMissing,

    /// <summary>More members of a slice than the maximum. {0} element, {1} slice, {2} maximum, {3} found.</summary>
    SliceTooMany,

    /// <summary>In no slice of a closed slicing. {0} element.</summary>
    SliceUnmatched,

    /// <summary>In no slice, and followed by one that is in a slice. {0} element.</summary>
    SliceOutOfOrder,

    /// <summary>A slice whose members cannot be told. {0} element, {1} slice.</summary>
    SliceUndetermined,

    /// <summary>Another value than the fixed one. {0} element.</summary>
    FixedValue,

    /// <summary>Lacks what a pattern demands. {0} element.</summary>
    PatternValue,

    /// <summary>A type that the profile does not allow. {0} element, {1} allowed types.</summary>
    TypeNotAllowed,

    /// <summary>A text longer than allowed. {0} element, {1} bound.</summary>
    MaxLength,

    /// <summary>A code outside a required value set. {0} element, {1} value set.</summary>
    BindingRequired,

    /// <summary>A code outside an extensible value set. {0} element, {1} value set.</summary>
    BindingExtensible,

    /// <summary>A value set that is not known here. {0} value set.</summary>
    BindingUnresolved,

    /// <summary>A claimed profile that is not known here.</summary>
    ProfileUnknown,

    /// <summary>A profile that a definition names and that is not known here. {0} canonical URL.</summary>
    ProfileUnresolved,

    /// <summary>A profile for another type. {0} profile, {1} its type.</summary>
    ProfileTypeMismatch,

    /// <summary>None of several allowed profiles fits. {0} element.</summary>
    NoProfileFits,

    /// <summary>An extension whose definition is not known here.</summary>
    ExtensionUnknown,

    /// <summary>A reference to a type that is not allowed. {0} element, {1} allowed types.</summary>
    ReferenceType,

    /// <summary>The target of a reference fits none of several allowed profiles. {0} element.</summary>
    ReferenceProfile,

    /// <summary>A reference of the wrong kind. {0} element, {1} allowed kinds.</summary>
    ReferenceAggregation,

    /// <summary>A relative reference of a search result that no entry answers. {0} element.</summary>
    ReferenceUnresolved,

    /// <summary>An invariant does not hold. {0} key, {1} its sentence.</summary>
    Invariant,

    /// <summary>An invariant that could not be evaluated. {0} key.</summary>
    InvariantNotEvaluated,

    /// <summary>Profiles lead into each other too deeply.</summary>
    TooEntangled,

    /// <summary>The minima of entries were not applied to an empty answer (D02).</summary>
    EmptyAnswer,

    /// <summary>Stands for the issues beyond the bound. {0} bound.</summary>
    More,
}
