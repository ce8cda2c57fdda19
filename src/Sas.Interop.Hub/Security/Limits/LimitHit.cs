namespace Sas.Interop.Hub.Security.Limits;

/// <summary>Which limit a request passed.</summary>
internal enum LimitHit
{
    None,
    Rate,
    Concurrency,
    Bytes,
    Share,
    Length,
    Memory,
    Overload,
    Refusals,
    Connections,
}
