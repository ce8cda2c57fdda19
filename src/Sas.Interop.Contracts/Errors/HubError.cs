namespace Sas.Interop.Contracts.Errors;

/// <summary>One failure as a value.</summary>
/// <param name="Code">Which failure, from the closed list.</param>
/// <param name="Detail">A sentence for operators: what was seen and where (a JSON path, a status), never a body, a name, a phone number or a secret.</param>
/// <param name="RetryAfter">How long the other side asked to wait, when it said so.</param>
public sealed record HubError(HubErrorCode Code, string Detail, TimeSpan? RetryAfter = null);
