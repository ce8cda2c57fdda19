using System.Text.Json;

using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Json;

/// <summary>Takes one complete value of a streamed answer.</summary>
/// <param name="path">Index of the path that matched.</param>
/// <param name="position">Where the value is.</param>
/// <param name="value">On the value's first token; the handler may read on to the value's last token and not beyond.</param>
/// <returns>Null to go on; a failure to stop.</returns>
internal delegate HubError? JsonValueHandler(int path, in JsonFeedPosition position, ref Utf8JsonReader value);
