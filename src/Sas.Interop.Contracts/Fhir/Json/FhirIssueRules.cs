namespace Sas.Interop.Contracts.Fhir.Json;

/// <summary>The closed list of rules that a <see cref="FhirIssue"/> may name.</summary>
public static class FhirIssueRules
{
    /// <summary>The bytes are not UTF-8 JSON. Ends the reading. As a warning: a byte order mark was skipped.</summary>
    public const string Json = "json";

    /// <summary>The bytes end before the JSON value does, or there are none. Ends the reading.</summary>
    public const string Truncated = "truncated";

    /// <summary>Nesting beyond <see cref="FhirReadOptions.MaxDepth"/>. Ends the reading.</summary>
    public const string Depth = "depth";

    /// <summary>More bytes, entries or items than allowed, which ends the reading; or one text longer than allowed, which is dropped.</summary>
    public const string Size = "size";

    /// <summary>A JSON type other than the element's, or a resource type missing or other than the one asked for.</summary>
    public const string Type = "type";

    /// <summary>A list where one value is due, or the reverse: repaired with a warning when there is one value, an error otherwise.</summary>
    public const string Cardinality = "cardinality";

    /// <summary>A member that R4, or this subset of it, does not have: dropped.</summary>
    public const string UnknownElement = "unknown-element";

    /// <summary>A member named twice, or two types of one choice: the first is kept.</summary>
    public const string DuplicateElement = "duplicate-element";

    /// <summary>An empty text, list or object, or a null, which FHIR forbids: treated as absent.</summary>
    public const string EmptyElement = "empty-element";

    /// <summary>A value outside the grammar of its primitive type: kept with a warning when it is a text, dropped as an error otherwise.</summary>
    public const string ValueFormat = "value-format";

    /// <summary>Stands for the issues beyond <see cref="FhirReadOptions.MaxIssues"/>.</summary>
    public const string More = "more";
}
