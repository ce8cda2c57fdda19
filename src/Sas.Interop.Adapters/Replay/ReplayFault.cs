namespace Sas.Interop.Adapters.Replay;

/// <summary>Ways in which a vendor breaks a connection, named as in WireMock.</summary>
internal enum ReplayFault
{
    /// <summary>The connection is closed without an answer.</summary>
    EmptyResponse,

    /// <summary>A good status line, then bytes that are no valid chunk, then the end.</summary>
    MalformedResponseChunk,

    /// <summary>Bytes that are no answer, then the end.</summary>
    RandomDataThenClose,

    /// <summary>The connection is reset.</summary>
    ConnectionResetByPeer,
}
