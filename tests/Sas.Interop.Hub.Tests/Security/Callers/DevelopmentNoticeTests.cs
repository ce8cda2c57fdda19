using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Configuration;

namespace Sas.Interop.Hub.Tests.Security.Callers;

internal sealed class DevelopmentNoticeTests
{
    [Test]
    public async Task StartAsync_InDevelopment_WarnsInTheLog()
    {
        var log = new LogLines<DevelopmentNotice>();

        await new DevelopmentNotice(log).StartAsync(CancellationToken.None);

        Assert.That(log.Lines.Single().Id, Is.EqualTo(EventIds.CallersNotIdentified));
        Assert.That(log.Lines.Single().Text, Does.Contain("Development mode"));
    }
}
