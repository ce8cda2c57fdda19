using System.Collections.Frozen;
using System.Diagnostics.Metrics;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Security.Certificates;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Configuration;
using Sas.Interop.TestKit.Certificates;

namespace Sas.Interop.Hub.Tests.Security.Callers;

/// <summary>Who is refused is counted and logged, without what a log must not hold.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CertificateCallersTests : IDisposable
{
    private readonly TestAuthority _root = TestAuthority.Root("Root");
    private readonly LogLines<CertificateCallers> _log = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly List<string> _counted = [];
    private readonly MeterListener _listener = new();
    private readonly CallersState _state = new();

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
        _root.Dispose();
    }

    [Test]
    public void Resolve_Refusals_AreCountedByReason()
    {
        var sut = CreateSut();
        using var unknown = _root.Issue(CertificateWish.ForClient("other"));
        using var known = _root.Issue(CertificateWish.ForClient("a"));

        Assert.That(sut.Resolve(Request(null)).Error?.Code, Is.EqualTo(HubErrorCode.CallerUnknown));
        Assert.That(sut.Resolve(Request(unknown.RawData)).Error?.Code, Is.EqualTo(HubErrorCode.CallerNotTrusted));
        Assert.That(sut.Resolve(Request(known.RawData)).Value?.Id, Is.EqualTo("x"));

        Assert.That(_counted, Is.EqualTo(new[] { "Missing", "WrongCommonName" }));
    }

    [Test]
    public void Resolve_OpenRoute_CountsNobody()
    {
        var context = Request(null);
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new AllowAnonymousAttribute()), "open"));

        Assert.That(CreateSut().Resolve(context).IsSuccess, Is.False);
        Assert.That(_counted, Is.Empty);
    }

    [Test]
    public void Resolve_RefusedCertificate_IsLoggedOnceAConnectionOnOneLine()
    {
        var sut = CreateSut();
        using var odd = _root.Issue(CertificateWish.ForClient("\"odd\nname ' x\""));
        var context = Request(odd.RawData);

        for (var request = 0; request < 3; request++)
        {
            sut.Resolve(context);
        }

        var line = _log.Lines.Single();
        Assert.That(line.Id, Is.EqualTo(EventIds.CallerRefused));
        Assert.That(line.Text, Does.Contain("WrongCommonName").And.Contains("odd?name ? x").And.Contains(odd.SerialNumber).And.Not.Contains("\n"));
    }

    [Test]
    public void Resolve_BeforeAnyListIsLoaded_RefusesEverybody()
    {
        var sut = CreateSut(loaded: false);
        using var known = _root.Issue(CertificateWish.ForClient("a"));

        Assert.That(sut.Resolve(Request(known.RawData)).IsSuccess, Is.False);
    }

    private static DefaultHttpContext Request(byte[]? certificate)
    {
        var context = new DefaultHttpContext();
        context.Features.Set(new ConnectionCaller { Shown = certificate is null ? null : new ShownCertificate(certificate, []) });
        return context;
    }

    private CertificateCallers CreateSut(bool loaded = true)
    {
        if (loaded)
        {
            var rule = new CallerRule { Identity = new CallerIdentity("x", CallerRoles.Platform, null), CommonNames = new[] { "a" }.ToFrozenSet(StringComparer.Ordinal) };
            _state.Swap(new CallersModel { Trust = new TrustAnchors([_root.Certificate], [], [], RevocationMode.None), Callers = [rule] });
        }

        var factory = _services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == factory && instrument.Name == "sas.hub.callers.refused")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => _counted.Add($"{tags[0].Value}"));
        _listener.Start();
        return new CertificateCallers(_state, new CallerMeters(factory, _state, TimeProvider.System), TimeProvider.System, _log);
    }
}
