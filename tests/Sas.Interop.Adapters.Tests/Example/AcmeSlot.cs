namespace Sas.Interop.Adapters.Tests.Example;

/// <summary>One item of the vendor's answer, as it is on the wire.</summary>
internal sealed record AcmeSlot(string? Start, string? End, string? Reason, bool Taken);
