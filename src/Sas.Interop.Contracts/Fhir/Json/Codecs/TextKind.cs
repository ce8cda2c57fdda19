namespace Sas.Interop.Contracts.Fhir.Json.Codecs;

/// <summary>The grammars that R4 gives to primitives kept as strings.</summary>
internal enum TextKind
{
    /// <summary>Any text: string, markdown, xhtml.</summary>
    Text,

    /// <summary>No outer blanks and no double ones.</summary>
    Code,

    /// <summary>1 to 64 letters, digits, hyphens and dots.</summary>
    Id,

    /// <summary>No blanks: uri, url, canonical, oid, uuid.</summary>
    Uri,

    /// <summary>Base 64, blanks allowed.</summary>
    Base64,
}
