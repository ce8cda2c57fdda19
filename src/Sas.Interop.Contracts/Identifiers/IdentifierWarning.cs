namespace Sas.Interop.Contracts.Identifiers;

/// <summary>What is odd about an identifier whose shape is right. It is accepted all the same: directories hold such identifiers.</summary>
public enum IdentifierWarning
{
    /// <summary>The check digit is wrong.</summary>
    CheckDigit,

    /// <summary>The department is written with a letter (<c>2A</c>, <c>2B</c>, in ADELI also <c>9A</c> to <c>9F</c>), which some readers refuse (CONTRACT §6.2).</summary>
    DepartmentLetter,
}
