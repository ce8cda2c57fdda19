namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>A value that prints as text but, as in WireMock, is not equal to a string of the same letters (the request method).</summary>
/// <param name="Text">What is printed.</param>
internal sealed record OpaqueText(string Text);
