namespace Sas.Interop.Hub.Availability.WarmStart;

/// <summary>An enabled vendor as the catalog has it now.</summary>
/// <param name="Source">Where its words come from: another source is another vendor under the same id, such as a mock before the real one.</param>
/// <param name="Pushes">Whether it may speak of owners that the directory does not link to it.</param>
internal sealed record KnownVendor(string Source, bool Pushes);
