using Microsoft.AspNetCore.Authorization;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Security.Certificates;

namespace Sas.Interop.Hub.Security.Callers;

/// <summary>Who calls, by the certificate of its connection, or by the one that a proxy forwards. No header names a caller here.</summary>
internal sealed class CertificateCallers(CallersState state, CallerMeters meters, TimeProvider time, ILogger<CertificateCallers> logger) : ICallerResolver
{
    public Outcome<CallerIdentity> Resolve(HttpContext context)
    {
        if (state.Current is not { } model)
        {
            return Refused(context, NoCertificate.Verdict);
        }

        var (verdict, isNew) = Judge(context, model);
        if (isNew)
        {
            Tell(verdict);
        }

        if (verdict.Caller is not { } caller)
        {
            return Refused(context, verdict);
        }

        return NamesOther(context, caller) ? RefusedName(caller) : caller;
    }

    private (CallerVerdict Verdict, bool IsNew) Judge(HttpContext context, CallersModel model)
    {
        var connection = context.Features.Get<ConnectionCaller>();
        if (connection?.Shown is null && model.Proxy is { } proxy && proxy.Trusts(context.Connection.RemoteIpAddress))
        {
            var (present, forwarded) = ForwardedCertificate.Read(context.Request.Headers, proxy);
            if (present)
            {
                return forwarded is not null ? model.Judge(forwarded, time) : (UnreadableHeader(proxy), true);
            }
        }

        return connection?.Judge(model, time) ?? (NoCertificate.Verdict, false);
    }

    private static CallerVerdict UnreadableHeader(ProxyRule proxy) =>
        new(null, CertificateFault.Unreadable, $"The certificate in the header {proxy.Header} cannot be read.", default);

    // In development this header is who calls. With certificates it may only repeat what the certificate says: a call that means to be another's must not pass as one's own.
    private static bool NamesOther(HttpContext context, CallerIdentity caller)
    {
        var named = context.Request.Headers[CallerScheme.VendorHeader];
        return named.Count > 0 && (named.Count > 1 || named[0] != caller.VendorId);
    }

    private void Tell(CallerVerdict verdict)
    {
        var facts = verdict.Facts;
        if (verdict.Fault is { } fault && fault != CertificateFault.Missing)
        {
            logger.CallerRefused(fault, facts.Subject, facts.Issuer, facts.Serial, facts.Thumbprint);
        }

        foreach (var authority in verdict.Doubts)
        {
            logger.RevocationNotKnown(authority, facts.Subject, facts.Serial);
        }
    }

    private HubError Refused(HttpContext context, CallerVerdict verdict)
    {
        var fault = verdict.Fault ?? CertificateFault.Missing;

        // Routes that are open to anybody ask who calls as well, and refuse nobody.
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            meters.Refused(fault);
        }

        return new HubError(fault == CertificateFault.Missing ? HubErrorCode.CallerUnknown : HubErrorCode.CallerNotTrusted, verdict.Sentence ?? string.Empty);
    }

    private HubError RefusedName(CallerIdentity caller)
    {
        meters.Refused(CertificateFault.OtherVendor);
        logger.VendorHeaderRefused(caller.Id);
        return new HubError(HubErrorCode.CallerForbidden, $"The header {CallerScheme.VendorHeader} names another vendor than the certificate does. The certificate alone says who calls: leave the header out.");
    }
}
