namespace Sas.Interop.Adapters.Http;

/// <summary>Thrown inside a body stream when the bound is passed; never leaves this folder.</summary>
internal sealed class BodyTooLargeException(long limit) : IOException($"The answer is longer than {limit} bytes.");
