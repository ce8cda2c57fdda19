namespace Sas.Interop.Hub.Security.Limits;

/// <summary>There is no room for the rest of a body; thrown to whoever reads it, and answered by the room that measures.</summary>
internal sealed class UploadRefusedException(LimitHit hit) : Exception("There is no room for the rest of the body.")
{
    public LimitHit Hit { get; } = hit;
}
