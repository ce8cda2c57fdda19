namespace Sas.Interop.Contracts.Fhir.Json;

/// <summary>
/// Reads entries of a Bundle straight from their bytes, for callers that need little of each and many of them. What it does not take is read
/// as a <see cref="FhirBundleItem"/>, so a taker may decline whatever is unusual.
/// </summary>
public interface IFhirEntryTaker
{
    /// <summary>Takes the entry that begins at the first byte, or declines it. Not called while the reading is beyond a bound.</summary>
    /// <param name="utf8">
    /// The bytes from the entry's first one on, up to <see cref="FhirReadOptions.MaxEntryBytes"/>: not checked to be UTF-8 or JSON, and perhaps cut short. A taker checks all that it takes.
    /// </param>
    /// <param name="index">0-based position of the entry.</param>
    /// <returns>The length of the entry in bytes when it was taken; 0 when it was declined, which must have no effect, since it may be offered again with more bytes.</returns>
    int Take(ReadOnlySpan<byte> utf8, int index);
}
