using System.Security.Cryptography;

using FsCheck;
using FsCheck.Fluent;

using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Redirects;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Hub.Tests.Redirects;

internal sealed class RedirectTokenTests
{
    private TestFolder _folder = null!; // Set before each test.

    [SetUp]
    public void SetUp() => _folder = new TestFolder("hub-keys-");

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Token_OfAKey_IsReadByThatKeyAndTheOneAfterIt()
    {
        var own = Keys(new RedirectsOptions());
        var id = RedirectToken.NewId();
        var token = RedirectToken.Of(id, own.Present);
        var secret = File("previous", "0123456789abcdef0123456789abcdef");
        var later = File("present", "fedcba9876543210fedcba9876543210");
        var before = RedirectToken.Of(id, Keys(new RedirectsOptions { Key = secret }).Present);

        Assert.That(token, Has.Length.EqualTo(RedirectToken.Length).And.Length.LessThanOrEqualTo(128));
        Assert.That(RedirectToken.Read(token, own), Is.EqualTo(id));
        Assert.That(RedirectToken.Read(before, Keys(new RedirectsOptions { Key = later, PreviousKey = secret })), Is.EqualTo(id));
        Assert.That(RedirectToken.Read(before, Keys(new RedirectsOptions { Key = later })), Is.Null);
    }

    [Test]
    public void Token_ChangedAnywhere_IsNone()
    {
        var keys = Keys(new RedirectsOptions());
        var token = RedirectToken.Of(RedirectToken.NewId(), keys.Present);
        var changed = from at in Gen.Choose(0, token.Length - 1)
                      from letter in Gen.Elements("ABCxyz019-_.=/ é".ToCharArray())
                      where letter != token[at]
                      select token[..at] + letter + token[(at + 1)..];
        Prop.ForAll(changed.ToArbitrary(), other => RedirectToken.Read(other, keys) is null).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
        Assert.That(new[] { string.Empty, token[1..], token + "A", token[..43] }.Select(other => RedirectToken.Read(other, keys)), Is.All.Null);
    }

    [Test]
    public void OwnKey_IsMadeOnceAndReadableByItsUserAlone()
    {
        var keys = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ => Convert.ToHexString(Keys(new RedirectsOptions()).Present)).ToList();
        var file = new FileInfo(Path.Combine(_folder.FullName, KeyFile.Name));

        Assert.That(keys.Distinct().ToList(), Has.Count.EqualTo(1));
        Assert.That(Directory.GetFiles(_folder.FullName).Select(Path.GetFileName), Is.EquivalentTo(new[] { KeyFile.Name, $"{KeyFile.Name}.lock" }));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(file.UnixFileMode, Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [TestCase("0123456789abcdef0123456789abcdef")]
    [TestCase("env:SAS_TEST_NO_SUCH_VARIABLE")]
    [TestCase("file:no-such-file")]
    public void Key_ThatLeadsNowhere_RefusesTheStart(string reference) =>
        Assert.That(() => Keys(new RedirectsOptions { Key = reference }), Throws.TypeOf<OptionsValidationException>().And.Message.Not.Contains("0123456789abcdef"));

    [Test]
    public void Key_TooShortOrDamaged_RefusesTheStart()
    {
        Assert.That(() => Keys(new RedirectsOptions { Key = File("short", "0123456789") }), Throws.TypeOf<OptionsValidationException>());
        System.IO.File.WriteAllBytes(Path.Combine(_folder.FullName, KeyFile.Name), RandomNumberGenerator.GetBytes(5));
        Assert.That(() => Keys(new RedirectsOptions()), Throws.TypeOf<OptionsValidationException>());
    }

    private RedirectKeys Keys(RedirectsOptions options) => new(Options.Create(options), _folder.FullName);

    private string File(string name, string content)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.FullName, "secrets")).FullName, name);
        System.IO.File.WriteAllText(path, content);
        return $"file:{path}";
    }
}
