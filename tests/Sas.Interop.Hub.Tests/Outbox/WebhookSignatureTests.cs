using System.Text;

using Sas.Interop.Hub.Outbox;

namespace Sas.Interop.Hub.Tests.Outbox;

[Parallelizable(ParallelScope.All)]
internal sealed class WebhookSignatureTests
{
    // HMAC-SHA256 computed by another implementation (openssl dgst -sha256 -hmac).
    private const string Expected = "v1,rrFI+Fceb3CXS3BAi9XX/WOSvWO6o02fujBRFcOpiSI=";

    [Test]
    public void Of_KnownContent_IsThePublishedScheme() => Assert.That(
        WebhookSignature.Of([Encoding.UTF8.GetBytes("0123456789abcdef0123456789abcdef")], "msg_appointment_1_2", 1_772_438_400, """{"type":"appointment"}"""u8),
        Is.EqualTo(Expected));

    [Test]
    public void Of_TwoKeys_HasOneSignatureEach()
    {
        byte[][] keys = [Encoding.UTF8.GetBytes("0123456789abcdef0123456789abcdef"), Encoding.UTF8.GetBytes("fedcba9876543210fedcba9876543210")];

        var signatures = WebhookSignature.Of(keys, "msg_appointment_1_2", 1_772_438_400, """{"type":"appointment"}"""u8).Split(' ');

        Assert.That(signatures, Has.Length.EqualTo(2).And.Unique.And.All.StartsWith("v1,"));
        Assert.That(signatures[0], Is.EqualTo(Expected));
    }
}
