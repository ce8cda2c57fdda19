namespace Sas.Interop.Hub.Availability;

/// <summary>A declared absence.</summary>
/// <param name="Place">Key of the place in the directory, or the prefixed national identifier of its structure; null for every place of the owner.</param>
/// <param name="From">First instant; null when it has already begun.</param>
/// <param name="To">Last instant; null while the end is open.</param>
internal sealed record Unavailability(string? Place, DateTimeOffset? From, DateTimeOffset? To);
