using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Vendors;

/// <summary>
/// Checks the shape of <c>tls</c>. Nothing of it is used yet, and a warning says so; the members are fixed now so that a file written today stays valid.
/// </summary>
internal static class TlsSection
{
    public const int MostAnchors = 16;

    public static void Check(ObjectReader owner)
    {
        if (owner.Section("tls") is not { } tls)
        {
            return;
        }

        foreach (var name in new[] { "clientCertificate", "clientKey" })
        {
            if (tls.Find(name) is { } reference)
            {
                _ = SecretReference.Read(reference, tls.Faults);
            }
        }

        foreach (var anchor in tls.List("anchors", MostAnchors))
        {
            _ = SecretReference.Read(anchor, tls.Faults);
        }

        tls.Close();
        tls.Faults.Warn(tls.At, "Not used yet: calls to this vendor carry no client certificate and trust the system's authorities.");
    }
}
