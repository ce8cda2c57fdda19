namespace Sas.Interop.Contracts.Fhir;

/// <summary>A digital signature (R4 <c>Signature</c>); kept, never checked.</summary>
public sealed record Signature : Element
{
    /// <summary>Why it was signed.</summary>
    public IReadOnlyList<Coding>? Type { get; init; }

    /// <summary>When it was signed.</summary>
    public FhirInstant? When { get; init; }

    /// <summary>Who signed.</summary>
    public Reference? Who { get; init; }

    /// <summary>For whom.</summary>
    public Reference? OnBehalfOf { get; init; }

    /// <summary>MIME type of what was signed.</summary>
    public string? TargetFormat { get; init; }

    /// <summary>MIME type of the signature.</summary>
    public string? SigFormat { get; init; }

    /// <summary>The signature, base 64.</summary>
    public string? Data { get; init; }
}
