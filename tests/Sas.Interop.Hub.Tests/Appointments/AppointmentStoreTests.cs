using System.Globalization;
using System.Text.Json.Nodes;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Persistence.Appointments;
using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Tests.Appointments;

/// <summary>State, versions, messages and followers go together, in any order of arrival.</summary>
[Parallelizable]
internal sealed class AppointmentStoreTests
{
    [Test]
    public async Task ChangeAsync_NewAndChanged_LeavesEverythingBehind()
    {
        using var rig = await AppointmentRig.StartAsync();

        var created = await rig.PostAsync(Told.OfPractitioner());
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        var changed = await rig.PutAsync(Told.OfPractitioner(status: "cancelled"));

        var row = (await rig.AllAsync<AppointmentRow>()).Single();
        var versions = await rig.AllAsync<AppointmentVersionRow>();
        var messages = await rig.AllAsync<OutboxRow>();
        Assert.Multiple(() =>
        {
            Assert.That((created.Verdict, changed.Verdict), Is.EqualTo((AppointmentVerdict.Created, AppointmentVerdict.Changed)));
            Assert.That((row.Version, row.Status, row.Owner, row.Content), Is.EqualTo((2, "cancelled", Told.Practitioner, changed.Now?.Content)));
            Assert.That(versions.Select(static version => (version.Version, version.Method)), Is.EquivalentTo(new[] { (1, "POST"), (2, "PUT") }));
            Assert.That(versions.Single(static version => version.Version == 1).Content, Is.EqualTo(created.Now?.Content));
            Assert.That(messages.Select(static message => (message.Stream, message.Number, message.Kind)), Is.EquivalentTo(new[] { (row.Id, 1, "appointment"), (row.Id, 2, "appointment") }));
            Assert.That(rig.Facts.Select(static facts => (facts.Version, facts.StatusBefore, facts.Status)), Is.EqualTo(new[] { (1, null, "booked"), (2, "booked", "cancelled") }));
            Assert.That(changed.Now?.UpdatedAt, Is.EqualTo(created.Now?.UpdatedAt.AddSeconds(1)));
        });
    }

    [Test]
    public async Task ChangeAsync_FollowerFails_KeepsNothing()
    {
        using var rig = await AppointmentRig.StartAsync();
        rig.FollowerFails = true;

        Assert.That(async () => await rig.PostAsync(Told.OfPractitioner()), Throws.InvalidOperationException);

        Assert.That(await rig.AllAsync<AppointmentRow>(), Is.Empty);
        Assert.That(await rig.AllAsync<OutboxRow>(), Is.Empty);
        Assert.That(await rig.AllAsync<IdentifierSystemRow>(), Is.Empty);
    }

    [Test]
    public async Task ChangeAsync_SameAgain_WritesNothing()
    {
        using var rig = await AppointmentRig.StartAsync();
        await rig.PostAsync(Told.OfPractitioner());

        var put = await rig.PutAsync(Told.OfPractitioner());
        var post = await rig.PostAsync(Told.OfPractitioner());

        Assert.That((put.Verdict, post.Verdict, post.Now?.Version), Is.EqualTo((AppointmentVerdict.Confirmed, AppointmentVerdict.Kept, 1)));
        Assert.That(await rig.AllAsync<OutboxRow>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ChangeAsync_CreateSentAgainAfterAnUpdate_IsStillTheSameCreate()
    {
        using var rig = await AppointmentRig.StartAsync();
        await rig.PostAsync(Told.OfPractitioner());
        await rig.PutAsync(Told.OfPractitioner(status: "cancelled"));

        var again = await rig.PostAsync(Told.OfPractitioner());
        var other = await rig.PostAsync(Told.OfPractitioner(status: "fulfilled"));

        Assert.That((again.Verdict, again.Now?.Version, other.Verdict), Is.EqualTo((AppointmentVerdict.Kept, 2, AppointmentVerdict.Duplicate)));
    }

    [Test]
    public async Task ChangeAsync_AnotherSender_MayNotUseTheSystem()
    {
        using var rig = await AppointmentRig.StartAsync();
        await rig.PostAsync(Told.OfPractitioner());

        var update = await rig.PutAsync(Told.OfPractitioner(status: "cancelled"), "other");
        var create = await rig.PostAsync(Told.OfPractitioner("r-2"), "other");

        Assert.That((update.Verdict, create.Verdict, update.Now), Is.EqualTo((AppointmentVerdict.Foreign, AppointmentVerdict.Foreign, (object?)null)));
        Assert.That((await rig.AllAsync<AppointmentRow>()).Single().Status, Is.EqualTo("booked"));
    }

    [Test]
    public async Task ChangeAsync_ConfigurationNamesTheOwner_ItGoesBeforeWhoeverWasFirst()
    {
        using var rig = await AppointmentRig.StartAsync();
        await rig.PostAsync(Told.OfPractitioner());

        var refused = await rig.PutAsync(Told.OfPractitioner(status: "fulfilled"), systemOwner: "other");
        var taken = await rig.PutAsync(Told.OfPractitioner(status: "cancelled"), "other", "other");
        var afterwards = await rig.PutAsync(Told.OfPractitioner(status: "noshow"));

        Assert.That((refused.Verdict, taken.Verdict, afterwards.Verdict), Is.EqualTo((AppointmentVerdict.Foreign, AppointmentVerdict.Changed, AppointmentVerdict.Foreign)));
        Assert.That((await rig.AllAsync<AppointmentRow>()).Single().Sender, Is.EqualTo("other"));
    }

    [Test]
    public async Task ChangeAsync_ClockGoesBack_TimesOfVersionsDoNot()
    {
        using var rig = await AppointmentRig.StartAsync();
        var first = await rig.PostAsync(Told.OfPractitioner());
        rig.Time.Advance(TimeSpan.FromHours(-2));

        var second = await rig.PutAsync(Told.OfPractitioner(status: "cancelled"));

        Assert.That((second.Now?.Version, second.Now?.UpdatedAt), Is.EqualTo((2, first.Now?.UpdatedAt)));
    }

    [Test]
    public async Task ChangeAsync_ManyAtOnce_MakeVersionsWithoutHoles()
    {
        using var rig = await AppointmentRig.StartAsync();

        var changed = await Task.WhenAll(Enumerable.Range(0, 64).Select(minute => rig.PutAsync(Ending(minute))));

        var versions = await rig.AllAsync<AppointmentVersionRow>();
        Assert.That(changed.Count(static change => change.Verdict == AppointmentVerdict.Created), Is.EqualTo(1));
        Assert.That(changed.Select(static change => change.Now?.Version), Is.EquivalentTo(Enumerable.Range(1, 64)));
        Assert.That(versions.Select(static version => version.Version).Order(), Is.EqualTo(Enumerable.Range(1, 64)));
        Assert.That(versions.Select(static version => JsonNode.Parse(version.Content)?["end"]?.GetValue<string>()), Is.Unique);
        Assert.That((await rig.AllAsync<AppointmentRow>()).Single().Content, Is.EqualTo(versions.Single(static version => version.Version == 64).Content));
    }

    /// <summary>The vendor's own numbers settle the order, whatever order the network makes of it, and however often it repeats.</summary>
    [Test]
    public void ChangeAsync_AnyOrderOfArrival_EndsInTheSameState([Values] OrderedBy mark)
    {
        var orders = Gen.NonEmptyListOf(Gen.Choose(0, 7)).ToArbitrary();
        Prop.ForAll(orders, order => EndsWithTheLastAsync(order, mark).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    private static async Task<bool> EndsWithTheLastAsync(IReadOnlyList<int> order, OrderedBy mark)
    {
        using var rig = await AppointmentRig.StartAsync();
        foreach (var number in order)
        {
            await rig.PutAsync(Numbered(number, mark));
        }

        var row = (await rig.AllAsync<AppointmentRow>()).Single();
        var versions = await rig.AllAsync<AppointmentVersionRow>();
        return JsonNode.Parse(row.Content)?["end"]?.GetValue<string>() == End(order.Max() / 2)
            && versions.Select(static version => version.Version).Order().SequenceEqual(Enumerable.Range(1, row.Version));
    }

    // Two numbers in a row say the same, since a later notice may well say what an earlier one said.
    private static JsonObject Numbered(int number, OrderedBy mark)
    {
        var told = Ending(number / 2);
        told.Remove("created");
        var instant = string.Create(CultureInfo.InvariantCulture, $"2026-03-28T08:00:{number:00}+01:00");
        switch (mark)
        {
            case OrderedBy.Version:
                told["meta"]!["versionId"] = $"{number + 6}"; // The sample has one. From one digit to two.
                break;
            case OrderedBy.LastUpdated:
                told["meta"]!["lastUpdated"] = instant; // Likewise.
                break;
            default:
                told["created"] = instant;
                break;
        }

        return told;
    }

    private static JsonObject Ending(int minute)
    {
        var told = Told.OfPractitioner();
        told["end"] = End(minute);
        return told;
    }

    private static string End(int minute) => string.Create(CultureInfo.InvariantCulture, $"2026-04-01T{10 + (minute / 60)}:{minute % 60:00}:00.000+02:00");

    /// <summary>By what a vendor tells the order.</summary>
    internal enum OrderedBy
    {
        Version,
        LastUpdated,
        Created,
    }
}
