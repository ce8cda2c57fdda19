namespace Sas.Interop.Hub.Security.Certificates;

/// <summary>How much a revocation list weighs.</summary>
internal enum RevocationMode
{
    /// <summary>Lists are not looked at.</summary>
    None,

    /// <summary>What is listed is refused; a list that is missing or out of date is told and refuses nobody.</summary>
    Soft,

    /// <summary>What is listed is refused, and so is what no current list tells of.</summary>
    Hard,
}
