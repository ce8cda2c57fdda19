namespace Sas.Interop.Contracts.Fhir;

/// <summary>Content of another format (R4 <c>Attachment</c>).</summary>
public sealed record Attachment : Element
{
    /// <summary>MIME type.</summary>
    public string? ContentType { get; init; }

    /// <summary>Language, BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>The content, base 64.</summary>
    public string? Data { get; init; }

    /// <summary>Where the content is.</summary>
    public string? Url { get; init; }

    /// <summary>Bytes before encoding.</summary>
    public int? Size { get; init; }

    /// <summary>SHA-1 of the content, base 64.</summary>
    public string? Hash { get; init; }

    /// <summary>Label.</summary>
    public string? Title { get; init; }

    /// <summary>When it was made.</summary>
    public FhirDateTime? Creation { get; init; }
}
