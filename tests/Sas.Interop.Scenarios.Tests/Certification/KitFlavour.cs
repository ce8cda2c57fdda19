namespace Sas.Interop.Scenarios.Tests.Certification;

/// <summary>The two flavours of the official kit (CERTIFICATION §1).</summary>
internal enum KitFlavour
{
    /// <summary>PS: individual practitioners, INT_R01.</summary>
    Practitioners,

    /// <summary>CPTS: practitioners of communities, INT_R04.</summary>
    Communities,
}
