using Sas.Interop.Hub.Security;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Hub.Tests.Security;

/// <summary>References in settings give the value, or say why not.</summary>
internal sealed class SettingSecretTests
{
    private TestFolder _folder = null!; // Set before each test.

    [SetUp]
    public void MakeFolder() => _folder = new TestFolder("hub-secret-");

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase("value", "value")]
    [TestCase("\uFEFFvalue é\r\n", "value é")]
    [TestCase(" kept \n\n", " kept ")]
    public void Resolve_File_GivesItsTextWithoutTheLastLineEnd(string content, string expected)
    {
        Assert.That(SettingSecret.Resolve(File(content)), Is.EqualTo((expected, (string?)null)));
    }

    [TestCase("", "is empty")]
    [TestCase("\n", "is empty")]
    public void Resolve_FileWithoutText_IsAFault(string content, string fault) =>
        Assert.That(SettingSecret.Resolve(File(content)).Fault, Does.Contain(fault));

    [Test]
    public void Resolve_FileThatIsNoText_IsAFault()
    {
        var path = Path.Combine(_folder.FullName, "bytes");
        System.IO.File.WriteAllBytes(path, [0xC3, 0x28]);

        Assert.That(SettingSecret.Resolve("file:" + path).Fault, Does.Contain("not UTF-8"));
    }

    [Test]
    public void Resolve_FileTooLong_IsAFault() => Assert.That(SettingSecret.Resolve(File(new string('x', 70_000))).Fault, Does.Contain("longer than"));

    [TestCase("file:")]
    [TestCase("file:\0")]
    [TestCase("file:.")]
    [TestCase("env:")]
    [TestCase("env:HUB_TESTS_NOT_SET")]
    [TestCase("plain")]
    public void Resolve_NothingThere_IsAFault(string reference)
    {
        var (value, fault) = SettingSecret.Resolve(reference);

        Assert.That(value, Is.Null);
        Assert.That(fault, Is.Not.Empty);
    }

    [Test]
    public void Resolve_Variable_GivesItsValue()
    {
        Environment.SetEnvironmentVariable("HUB_TESTS_SECRET", "value");

        Assert.That(SettingSecret.Resolve("env:HUB_TESTS_SECRET").Value, Is.EqualTo("value"));
    }

    private string File(string content)
    {
        var path = Path.Combine(_folder.FullName, "secret");
        System.IO.File.WriteAllText(path, content);
        return "file:" + path;
    }
}
