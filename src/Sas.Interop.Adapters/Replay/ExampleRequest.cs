namespace Sas.Interop.Adapters.Replay;

/// <summary>A concrete request that a stub answers, used to compare players.</summary>
/// <param name="Method">Method.</param>
/// <param name="Url">Path and query as sent.</param>
/// <param name="Headers">Headers to send.</param>
/// <param name="Body">Body text; null for none.</param>
internal sealed record ExampleRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body);
