using Microsoft.AspNetCore.Authorization;

namespace Sas.Interop.Hub.Security.Callers;

/// <summary>A route is for callers that are at least one of these.</summary>
internal sealed record CallerRequirement(CallerRoles Roles) : IAuthorizationRequirement;
