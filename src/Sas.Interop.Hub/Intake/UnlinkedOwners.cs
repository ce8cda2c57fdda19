namespace Sas.Interop.Hub.Intake;

/// <summary>What becomes of an owner that a vendor tells of and that the directory links to other vendors only. One that it links to nobody is always taken.</summary>
internal enum UnlinkedOwners
{
    /// <summary>It is taken, and stands behind what the linked vendors tell: the directory may be behind the times.</summary>
    Accept,

    /// <summary>It is left out, and the vendor is told.</summary>
    LeaveOut,
}
