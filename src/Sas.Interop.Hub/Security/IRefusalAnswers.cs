using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Security;

/// <summary>Answers a call that is refused before any room sees it, in the form that its address has.</summary>
internal interface IRefusalAnswers
{
    Task WriteAsync(HttpContext context, HubError refusal);
}
