namespace Sas.Interop.Contracts.Fhir;

/// <summary>Additional content that R4 does not define (R4 <c>Extension</c>).</summary>
public sealed record Extension : Element
{
    /// <summary>Canonical URL of the extension's definition; mandatory.</summary>
    public string? Url { get; init; }

    /// <summary>The content; null when the extension has extensions instead.</summary>
    public FhirValue? Value { get; init; }

    /// <summary><see cref="Value"/> as a reference; null when it is of another type. Setting it sets the value.</summary>
    public Reference? ValueReference
    {
        get => Value?.As<Reference>();
        init => Value = value is null ? null : FhirValue.Of(value);
    }

    /// <summary><see cref="Value"/> as a concept; null when it is of another type. Setting it sets the value.</summary>
    public CodeableConcept? ValueCodeableConcept
    {
        get => Value?.As<CodeableConcept>();
        init => Value = value is null ? null : FhirValue.Of(value);
    }

    /// <summary><see cref="Value"/> as a text of type <c>string</c>; null when it is of another type. Setting it sets the value.</summary>
    public string? ValueString
    {
        get => Value is { Type: "string" } ? Value.As<string>() : null;
        init => Value = value is null ? null : FhirValue.String(value);
    }
}
