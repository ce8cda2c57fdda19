using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Tests.Mapping;

internal sealed class DirectoryKeysTests
{
    [TestCase(" a/b ", "a/b")]
    [TestCase("...", "...")]
    public void PathKey_FitForOneSegment_IsTrimmed(string value, string expected) => Assert.That(TargetOf(value).PathKey("key").Value, Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("  ")]
    [TestCase(".")]
    [TestCase(" .. ")]
    public void PathKey_CannotBeASegment_NamesTheKey(string value)
    {
        var read = TargetOf(value).PathKey("key");

        Assert.That(read.Error?.Code, Is.EqualTo(HubErrorCode.DirectoryKeyMissing));
        Assert.That(read.Error?.Detail, Does.Contain("'key'"));
    }

    [TestCase(200, true)]
    [TestCase(201, false)]
    public void PathKey_Length_IsBounded(int length, bool fits) => Assert.That(TargetOf(new string('a', length)).PathKey("key").IsSuccess, Is.EqualTo(fits));

    [Test]
    public void PathFault_Absent_IsNone() => Assert.That(TargetOf("..").PathFault("other"), Is.Null);

    private static PullTarget TargetOf(string value) => new()
    {
        Owner = OwnerKey.Create(OwnerKind.Practitioner, "810000000001"),
        Keys = new Dictionary<string, string> { ["key"] = value },
    };
}
