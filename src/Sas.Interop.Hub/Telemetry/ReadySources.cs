using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>What <c>/health/ready</c> is told from.</summary>
internal sealed record ReadySources(VendorStatusBoard Board, StorageStatus Storage, CallerMode Mode, CallersState Callers, TimeProvider Time);
