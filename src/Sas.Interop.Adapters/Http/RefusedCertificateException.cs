using System.Security.Authentication;

namespace Sas.Interop.Adapters.Http;

/// <summary>Thrown when the other side ends a connection because of the client certificate, or of none; the message says what to do, for operators.</summary>
internal sealed class RefusedCertificateException(string reason, Exception? cause = null) : AuthenticationException(reason, cause);
