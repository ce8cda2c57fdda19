using Sas.Interop.Contracts.Fhir;

namespace Sas.Interop.Hub.Fhir.Write;

/// <summary>A resource as it came in.</summary>
/// <param name="Resource">What was read of it.</param>
/// <param name="Utf8">The bytes; keep them no longer than the request.</param>
internal sealed record Written<T>(T Resource, ReadOnlyMemory<byte> Utf8)
    where T : Resource;
