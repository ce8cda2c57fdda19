using System.Security.Claims;
using System.Security.Principal;

namespace Sas.Interop.Hub.Security.Callers;

/// <summary>The principal of a caller. Asking the framework's own for its identity takes memory each time, and every request asks.</summary>
internal sealed class CallerPrincipal(CallerIdentity caller) : ClaimsPrincipal(caller)
{
    public CallerIdentity Caller { get; } = caller;

    public override IIdentity Identity => Caller;
}
