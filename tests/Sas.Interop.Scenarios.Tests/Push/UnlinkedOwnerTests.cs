using System.Net;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Push;

/// <summary>A vendor that pushes tells of a practitioner whom the directory links to another vendor only.</summary>
[Parallelizable]
internal sealed class UnlinkedOwnerTests
{
    [Test]
    public async Task Push_OwnerOfAnotherVendor_AddsSlotsAndChangesNoName()
    {
        await using var sut = await PushHub.StartAsync();
        var owner = OwnerOfPolled(sut);
        var before = NamesOf(await sut.SearchAsync(owner));

        var answer = await sut.PushAsync(new PushedAgenda(owner).With(sut.At(1, 3)));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await sut.StartsAsync(owner), Has.Member(sut.At(1, 3)));
        Assert.That(NamesOf(await sut.SearchAsync(owner)), Is.EqualTo(before).And.Not.Contain("MARTIGNAC"));
    }

    [Test]
    public async Task Push_OwnerOfAnotherVendorWhereThatIsLeftOut_IsToldAndHasNoEffect()
    {
        await using var sut = await PushHub.StartAsync(["Hub:Intake:UnlinkedOwners=LeaveOut"]);
        var (owner, nobodys) = (OwnerOfPolled(sut), sut.NewAgenda());
        var before = await sut.EntriesAsync(owner);

        var answer = await sut.PushAsync([.. new PushedAgenda(owner).With(sut.At(1, 3)), .. nobodys.With(sut.At(1, 4))]);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Issues.Select(static issue => (issue.Text("severity"), issue.Text("diagnostics"))), Has.Some.Matches<(string? Severity, string? Text)>(
            static issue => issue.Severity == "warning" && issue.Text?.Contains("unlinked-owner", StringComparison.Ordinal) == true));
        Assert.That(await sut.EntriesAsync(owner), Is.EqualTo(before));
        Assert.That(await sut.StartsAsync(nobodys.National), Is.EqualTo(new[] { sut.At(1, 4) }), "whom nobody is linked to is taken");
    }

    /// <summary>A practitioner with slots whom the directory links to the polled vendor and to nobody else.</summary>
    private static string OwnerOfPolled(PushHub sut)
    {
        var links = sut.Hub.Resolve<IDirectoryLookup>();
        return sut.Hub.Resolve<IDirectory>().TargetsOf(PushHub.Polled)
            .Select(static target => target.Owner)
            .First(owner => owner.Kind == OwnerKind.Practitioner && links.LinksOf(owner).All(static link => link.VendorId == PushHub.Polled))
            .ToString();
    }

    private static IReadOnlyList<string?> NamesOf(Answer answer) =>
        [.. answer.OfType("Practitioner").SelectMany(static practitioner => practitioner.Items("name")).Select(static name => name.Text("family"))];
}
