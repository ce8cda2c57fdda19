namespace Sas.Interop.Contracts.Fhir.Validation.Paths;

/// <summary>Kinds of tokens of an expression.</summary>
internal enum PathTokenKind
{
    /// <summary>A name, bare or between backquotes.</summary>
    Name,

    /// <summary>A text between quotes.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A variable that begins with a percent sign.</summary>
    Variable,

    /// <summary>An operator or a bracket.</summary>
    Sign,

    /// <summary>The end of the expression.</summary>
    End,
}
