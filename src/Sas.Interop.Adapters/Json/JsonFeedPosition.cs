namespace Sas.Interop.Adapters.Json;

/// <summary>Where a value of a streamed answer is.</summary>
/// <param name="Key">Name of the nearest member that a <c>*</c> step went through, such as a day; null when there is none.</param>
/// <param name="Offset">Byte offset of the value from the start of the answer.</param>
internal readonly record struct JsonFeedPosition(string? Key, long Offset);
