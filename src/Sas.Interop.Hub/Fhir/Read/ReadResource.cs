namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>A resource as it is answered.</summary>
/// <param name="Body">FHIR JSON.</param>
/// <param name="ChangedAt">When its content last changed; <see cref="DateTimeOffset.MinValue"/> when nobody knows.</param>
/// <param name="SeenAt">When the vendor behind it that was not heard for longest was last heard; null when none is behind it.</param>
internal sealed record ReadResource(byte[] Body, DateTimeOffset ChangedAt, DateTimeOffset? SeenAt);
