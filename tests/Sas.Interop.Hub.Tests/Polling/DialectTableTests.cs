using Sas.Interop.Hub.Polling;

namespace Sas.Interop.Hub.Tests.Polling;

internal sealed class DialectTableTests
{
    [Test]
    public void Constructor_TwoFactoriesOfOneName_StopsTheStart() =>
        Assert.That(
            static () => new DialectTable([new ScriptedFactory(), new ScriptedFactory()]),
            Throws.InvalidOperationException.With.Message.Contains("'scripted' is registered twice"));

    [Test]
    public void Get_KnownAndUnknown_OnlyTheKnownIsThere()
    {
        var factory = new ScriptedFactory();
        var sut = new DialectTable([factory]);

        Assert.That(sut.Get("scripted"), Is.SameAs(factory));
        Assert.That(() => sut.Get("other"), Throws.InvalidOperationException);
    }
}
