using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Security.Callers;

/// <summary>Finds out who calls.</summary>
internal interface ICallerResolver
{
    /// <returns>The caller; or why it is not known, in a sentence for the caller.</returns>
    Outcome<CallerIdentity> Resolve(HttpContext context);
}
