namespace Sas.Interop.Scenarios.Tests.Push;

/// <summary>Bytes whose number nobody can tell beforehand, so that they are sent in chunks.</summary>
internal sealed class LengthlessStream(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;
}
