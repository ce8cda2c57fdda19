using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>One line of the directory seen from the owner: which vendor equips it, and what to ask that vendor for.</summary>
internal sealed record OwnerLink(string VendorId, PullTarget Target);
