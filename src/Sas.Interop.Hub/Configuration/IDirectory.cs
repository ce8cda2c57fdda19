using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Hub.Configuration;

/// <summary>Which vendor equips which owner at which place, with the vendor's own keys: always the last good file, swapped whole.</summary>
internal interface IDirectory
{
    /// <summary>The targets of one vendor, in a stable order; empty when the directory links nobody to it.</summary>
    IReadOnlyList<PullTarget> TargetsOf(string vendorId);
}
