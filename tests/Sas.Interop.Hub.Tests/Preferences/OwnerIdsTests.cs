using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Preferences;

namespace Sas.Interop.Hub.Tests.Preferences;

internal sealed class OwnerIdsTests
{
    [TestCase("810000000001", OwnerKind.Practitioner, "810000000001")]
    [TestCase("10000000001", OwnerKind.Practitioner, "810000000001")]
    [TestCase("0750000001", OwnerKind.Practitioner, "0750000001")]
    [TestCase("750000001", OwnerKind.Practitioner, "0750000001")]
    [TestCase("330000000000001", OwnerKind.Association, "330000000000001")]
    [TestCase("30000000000001", OwnerKind.Association, "330000000000001")]
    public void TryParse_WithOrWithoutPrefix_GivesThePrefixedKey(string text, OwnerKind kind, string expected)
    {
        Assert.That(OwnerIds.TryParse(text, out var owner));
        Assert.That(owner, Is.EqualTo(OwnerKey.Create(kind, expected)));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("8")]
    [TestCase("81000000000x")]
    [TestCase("9100000000012345678")]
    [TestCase("8100 0000001")]
    [TestCase("'; DROP TABLE preferences; --")]
    [TestCase("٨١٠٠٠٠٠٠٠٠٠١")]
    public void TryParse_SomethingElse_IsRefused(string? text) => Assert.That(OwnerIds.TryParse(text, out _), Is.False);

    [Test]
    public void TryParse_VeryLong_IsRefused() => Assert.That(OwnerIds.TryParse(new string('1', 100_000), out _), Is.False);
}
