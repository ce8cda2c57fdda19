using Microsoft.AspNetCore.Http;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Scenarios.Tests.Access;

/// <summary>Callers by a header, in the place of certificates.</summary>
internal sealed class TestCallers : ICallerResolver
{
    public const string Header = "X-Test-Caller";
    public const string Unknown = "stranger";

    /// <summary>Every kind of caller, by name.</summary>
    public static IReadOnlyDictionary<string, CallerIdentity> Known { get; } = new[]
    {
        new CallerIdentity("platform", CallerRoles.Platform, null),
        new CallerIdentity("vendor-a", CallerRoles.Vendor, Tenant.IdOfA),
        new CallerIdentity("vendor-b", CallerRoles.Vendor, Tenant.IdOfB),
        new CallerIdentity("tester", CallerRoles.Tester, null),
        new CallerIdentity("operator", CallerRoles.Operator, null),
        new CallerIdentity("tester-as-a", CallerRoles.Tester | CallerRoles.Vendor, Tenant.IdOfA),
        new CallerIdentity("everything", CallerRoles.Any, Tenant.IdOfA),
    }.ToDictionary(static caller => caller.Id, StringComparer.Ordinal);

    public Outcome<CallerIdentity> Resolve(HttpContext context) => Known.TryGetValue(context.Request.Headers[Header].ToString(), out var caller)
        ? caller
        : new HubError(HubErrorCode.CallerUnknown, "Nobody of this name is known here.");
}
