using System.Net;

using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Tests.Security;

[Parallelizable(ParallelScope.All)]
internal sealed class NetworkRangeTests
{
    [TestCase("8.8.8.8", true, true)]
    [TestCase("2a00:1450:4007::1", true, true)]
    [TestCase("172.15.0.1", true, true)]
    [TestCase("10.0.0.1", false, true)]
    [TestCase("172.16.0.1", false, true)]
    [TestCase("172.31.255.255", false, true)]
    [TestCase("192.168.1.1", false, true)]
    [TestCase("100.64.0.1", false, true)]
    [TestCase("fd00::1", false, true)]
    [TestCase("::ffff:10.0.0.1", false, true)]
    [TestCase("64:ff9b::a00:1", false, true)]
    [TestCase("2002:a00:1::", false, true)]
    [TestCase("127.0.0.1", false, false)]
    [TestCase("127.8.8.8", false, false)]
    [TestCase("0.0.0.0", false, false)]
    [TestCase("169.254.169.254", false, false)]
    [TestCase("::ffff:169.254.169.254", false, false)]
    [TestCase("224.0.0.1", false, false)]
    [TestCase("255.255.255.255", false, false)]
    [TestCase("::1", false, false)]
    [TestCase("::", false, false)]
    [TestCase("::127.0.0.1", false, false)]
    [TestCase("fe80::1", false, false)]
    [TestCase("ff02::1", false, false)]
    [TestCase("64:ff9b::7f00:1", false, false)]
    [TestCase("2002:7f00:1::", false, false)]
    public void Admits_Address_ByWhereItIs(string address, bool outside, bool intoPrivate)
    {
        var parsed = IPAddress.Parse(address);

        Assert.That(NetworkRange.Admits(parsed, NamesMayLead.Outside), Is.EqualTo(outside));
        Assert.That(NetworkRange.Admits(parsed, NamesMayLead.IntoPrivateNetworks), Is.EqualTo(intoPrivate));
        Assert.That(NetworkRange.Admits(parsed, NamesMayLead.Anywhere), Is.True);
    }
}
