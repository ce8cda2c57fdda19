using System.Text;

using Sas.Interop.Hub.Outbox;
using Sas.Interop.Hub.Tests.Configuration;

namespace Sas.Interop.Hub.Tests.Outbox;

[Parallelizable(ParallelScope.All)]
internal sealed class SigningSecretTests
{
    private const string Value = "0123456789abcdef0123";

    [TestCase(Value + "\r\n", Value)]
    [TestCase("whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM=\n", Value)]
    public async Task Read_File_GivesTheKey(string content, string key)
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "secret");
        await File.WriteAllTextAsync(path, content);

        Assert.That(SigningSecret.Read("file:" + path).Key, Is.EqualTo(Encoding.UTF8.GetBytes(key)));
    }

    [Test]
    public async Task Read_FileExchanged_GivesTheNewOne()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "secret");
        await File.WriteAllTextAsync(path, Value);
        var before = SigningSecret.Read("file:" + path).Key;
        await File.WriteAllTextAsync(path, Value + "4");

        Assert.That(SigningSecret.Read("file:" + path).Key, Is.Not.EqualTo(before).And.Not.Null);
    }

    [TestCase("short", "shorter")]
    [TestCase("", "empty")]
    [TestCase("whsec_%%%%%%%%%%%%%%%%%%%%", "base64")]
    public async Task Read_FaultyFile_IsToldWithoutItsContent(string content, string why)
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "secret");
        await File.WriteAllTextAsync(path, content);

        var (key, fault) = SigningSecret.Read("file:" + path);

        Assert.That(key, Is.Null);
        Assert.That(fault, Does.Contain(why));
        Assert.That(fault, Does.Not.Contain("short ").And.Not.Contain("%%"));
    }

    [TestCase(Value)]
    [TestCase("env:")]
    [TestCase("file:")]
    [TestCase("https://x")]
    [TestCase("env:NO_SUCH_VARIABLE_OF_THESE_TESTS")]
    [TestCase("file:no/such/file/of/these/tests")]
    public void Read_NoReferenceOrNothingBehindIt_IsAFault(string reference)
    {
        var (key, fault) = SigningSecret.Read(reference);

        Assert.That(key, Is.Null);
        Assert.That(fault, Is.Not.Null.And.Not.Contain(Value));
    }
}
