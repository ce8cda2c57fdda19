namespace Sas.Interop.Adapters.Http;

/// <summary>Thrown instead of connecting to an address that is none of the vendor's; the message says why, for operators.</summary>
internal sealed class RefusedAddressException(string reason) : IOException(reason);
