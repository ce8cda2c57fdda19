namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>In what way a vendor's part of an answer is not what it should be.</summary>
internal enum GapKind
{
    /// <summary>The vendor has not been heard, or not for so long that its slots are not served.</summary>
    Missing,

    /// <summary>Its slots are served although they are old.</summary>
    Stale,

    /// <summary>It was asked again for this answer and has not answered in time.</summary>
    Late,
}
