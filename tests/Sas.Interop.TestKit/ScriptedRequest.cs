namespace Sas.Interop.TestKit;

/// <summary>A request that <see cref="ScriptedHttpHandler"/> received.</summary>
public sealed record ScriptedRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body);
