using System.Security.Authentication;

namespace Sas.Interop.Adapters.Http;

/// <summary>Thrown while a connection is made to somebody whose certificate is not trusted; the message says why, for operators.</summary>
internal sealed class UntrustedPeerException(string reason) : AuthenticationException(reason);
