using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>How callers are told apart, in <c>/health/ready</c>.</summary>
/// <param name="Mode"><c>development</c>: they are not; or <c>certificates</c>.</param>
/// <param name="Warning">What is not for production; null when nothing is.</param>
/// <param name="CertificateUntil">End of the server certificate; null when there is none.</param>
/// <param name="Lists">Revocation lists, by issuer; null in development.</param>
internal sealed record ReadyCallers(string Mode, string? Warning, DateTimeOffset? CertificateUntil, IReadOnlyList<ReadyList>? Lists)
{
    public static ReadyCallers From(ReadySources sources)
    {
        if (!sources.Mode.Certificates)
        {
            return new ReadyCallers("development", DevelopmentNotice.Sentence, null, null);
        }

        var now = sources.Time.GetUtcNow();
        var lists = (sources.Callers.Current?.Trust.Lists ?? [])
            .Select(list => new ReadyList(list.IssuerName, list.IsCurrent(now), list.NextUpdate))
            .OrderBy(static list => list.Issuer, StringComparer.Ordinal);
        return new ReadyCallers("certificates", null, sources.Callers.Current?.Server?.NotAfter, [.. lists]);
    }
}

/// <summary>One revocation list.</summary>
/// <param name="Issuer">Common name of the authority.</param>
/// <param name="Current">Whether it is of this time.</param>
/// <param name="Until">When the next one is due.</param>
internal sealed record ReadyList(string Issuer, bool Current, DateTimeOffset Until);
