namespace Sas.Interop.Adapters.Json;

/// <summary>Takes one item of a wanted list straight from its bytes, when it is plain (<see cref="JsonGlance"/>).</summary>
/// <param name="path">Index of the path that matched.</param>
/// <param name="utf8">The bytes from the item's first one on, a quote or a brace; perhaps cut short.</param>
/// <returns>The length of the item, or 0 when it is declined without any effect: it then goes to the <see cref="JsonValueHandler"/>.</returns>
internal delegate int JsonItemTaker(int path, ReadOnlySpan<byte> utf8);

/// <summary>What is done with the values of a streamed answer.</summary>
/// <param name="Handler">Takes every value.</param>
/// <param name="Taker">Takes the plain items of lists before the handler sees them; the first item of a list always goes to the handler.</param>
internal sealed record JsonReading(JsonValueHandler Handler, JsonItemTaker? Taker);
