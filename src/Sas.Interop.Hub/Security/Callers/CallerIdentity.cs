using System.Security.Claims;

using Sas.Interop.Hub.Security.Limits;

namespace Sas.Interop.Hub.Security.Callers;

/// <summary>Who calls, once it is known.</summary>
internal sealed class CallerIdentity : ClaimsIdentity
{
    /// <param name="id">Name of the caller as in the list of callers; told in logs and in the audit.</param>
    /// <param name="roles">What it may be.</param>
    /// <param name="vendorId">The vendor whose data are its own; null for callers that are no vendor.</param>
    public CallerIdentity(string id, CallerRoles roles, string? vendorId)
        : base([new Claim(ClaimTypes.Name, id)], CallerScheme.Name, ClaimTypes.Name, ClaimTypes.Role)
    {
        Id = id;
        Roles = roles;
        VendorId = vendorId;
        Principal = new CallerPrincipal(this);
    }

    public string Id { get; }

    public CallerRoles Roles { get; }

    public string? VendorId { get; }

    /// <summary>Limits that go before those of its role; null when it has none of its own.</summary>
    public CallerLimits? Limits { get; init; }

    /// <summary>The same principal for all requests of this caller, so that a request makes none.</summary>
    public ClaimsPrincipal Principal { get; }

    /// <summary>Whether the caller sees no other data than those of <see cref="VendorId"/>.</summary>
    public bool IsVendorOnly => VendorId is not null && (Roles & (CallerRoles.Platform | CallerRoles.Operator)) == 0;
}
