namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>What tells an answer from an earlier one.</summary>
/// <param name="Tag">The same for equal content.</param>
/// <param name="ChangedAt">When the content last changed; <see cref="DateTimeOffset.MinValue"/> when nobody knows.</param>
/// <param name="SeenAt">When the vendor that was not heard for longest was last heard; null when none was.</param>
internal readonly record struct Validators(ulong Tag, DateTimeOffset ChangedAt, DateTimeOffset? SeenAt);
