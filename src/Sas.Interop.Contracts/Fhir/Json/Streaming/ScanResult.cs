namespace Sas.Interop.Contracts.Fhir.Json.Streaming;

/// <summary>How the search for the end of one value went.</summary>
internal enum ScanResult
{
    /// <summary>The whole value is in the window.</summary>
    Found,

    /// <summary>The stream ended inside the value.</summary>
    Truncated,

    /// <summary>The value, or the whole text, is longer than allowed.</summary>
    TooLong,
}
