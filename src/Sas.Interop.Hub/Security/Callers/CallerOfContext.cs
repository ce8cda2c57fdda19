namespace Sas.Interop.Hub.Security.Callers;

/// <summary>The caller of a request.</summary>
internal static class CallerOfContext
{
    /// <returns>Who calls; null before it is known, and on routes that are open to anybody when it is not.</returns>
    public static CallerIdentity? Caller(this HttpContext context) => context.User is CallerPrincipal known ? known.Caller : context.User.Identity as CallerIdentity;

    /// <summary>Name of who calls, for what is kept apart by caller.</summary>
    /// <exception cref="InvalidOperationException">It is not known; the route has no rule that requires it.</exception>
    public static string CallerId(this HttpContext context) => context.Caller()?.Id ?? throw new InvalidOperationException("The caller of this route is not known.");

    /// <summary>The one vendor whose data the caller may see; null when it may see those of all.</summary>
    public static string? OnlyVendor(this HttpContext context) => context.Caller() is { IsVendorOnly: true } caller ? caller.VendorId : null;
}
