using System.Security.Cryptography.X509Certificates;

namespace Sas.Interop.Scenarios.Tests.Trust;

/// <summary>What a client shows in the handshake.</summary>
/// <param name="Certificate">Its own certificate, with the key.</param>
/// <param name="Above">What it sends along.</param>
internal sealed record Presented(X509Certificate2 Certificate, X509Certificate2Collection Above);
