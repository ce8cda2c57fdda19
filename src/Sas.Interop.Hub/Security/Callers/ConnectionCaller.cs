using Sas.Interop.Hub.Security.Certificates;

namespace Sas.Interop.Hub.Security.Callers;

/// <summary>
/// What one TLS connection showed, and who that is by the list in force. Judged at its first request and again when the list is another one or the verdict is old.
/// </summary>
internal sealed class ConnectionCaller
{
    private volatile Judged? _judged;

    /// <summary>What was shown in the handshake; null when nothing was.</summary>
    public ShownCertificate? Shown { get; set; }

    /// <returns>The verdict, and whether it is another one than at the request before.</returns>
    public (CallerVerdict Verdict, bool IsNew) Judge(CallersModel model, TimeProvider time)
    {
        var judged = _judged;
        if (judged is not null && ReferenceEquals(judged.Model, model) && time.GetUtcNow() < judged.Verdict.Until)
        {
            return (judged.Verdict, false);
        }

        var verdict = Shown is { } shown ? model.Judge(shown, time).Verdict : NoCertificate.Verdict;
        _judged = new Judged(model, verdict);
        return (verdict, true);
    }

    private sealed record Judged(CallersModel Model, CallerVerdict Verdict);
}

/// <summary>The verdict on whoever shows nothing.</summary>
internal sealed record NoCertificate
{
    public static CallerVerdict Verdict { get; } = new(null, CertificateFault.Missing, "A client certificate is needed here, and none was shown.", DateTimeOffset.MaxValue);
}
