using System.Globalization;
using System.Net;

using Sas.Interop.Hub.Availability;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Freshness;

/// <summary>Tags, dates and age of answers, by a clock in the test's hand (decision 4 of the design; RFC 9110 §13).</summary>
[Parallelizable]
internal sealed class ConditionalSearchTests
{
    private static readonly string[] Both = [FreshHub.Ann, FreshHub.Bob];

    [Test]
    public async Task Search_TagOfTheSameAnswer_Answers304WithoutBody()
    {
        await using var fresh = await FreshHub.StartAsync();
        var first = await fresh.AskAsync(Both);
        var tag = FreshHub.Tag(first);

        Assert.That(FreshHub.Outcome(first), Is.Empty);
        Assert.That(first.OfType("Slot"), Has.Count.EqualTo(6));
        foreach (var value in new[] { tag, $"\"other\", {tag}", tag["W/".Length..], "*" })
        {
            var again = await fresh.AskAsync(Both, ("If-None-Match", value));
            Assert.That((again.Status, again.Body.Length, FreshHub.Tag(again)), Is.EqualTo((HttpStatusCode.NotModified, 0, tag)), value);
            Assert.That(again.Headers.Age, Is.Not.Null);
        }

        foreach (var value in new[] { "\"other\"", "W/\"0\"", "nonsense", "\"" })
        {
            Assert.That((await fresh.AskAsync(Both, ("If-None-Match", value))).Status, Is.EqualTo(HttpStatusCode.OK), value);
        }
    }

    [Test]
    public async Task Search_OtherOwners_HaveOtherTags()
    {
        await using var fresh = await FreshHub.StartAsync();
        var tags = new[] { await fresh.AskAsync(FreshHub.Ann), await fresh.AskAsync(FreshHub.Bob), await fresh.AskAsync(FreshHub.Cyd), await fresh.AskAsync(Both) }.Select(FreshHub.Tag);

        Assert.That(tags, Is.Unique);
    }

    [Test]
    public async Task Search_ModifiedSince_IsJudgedByTheLastChange()
    {
        await using var fresh = await FreshHub.StartAsync();
        fresh.Clock.Advance(TimeSpan.FromMinutes(2));
        var first = await fresh.AskAsync(Both);
        var modified = FreshHub.Modified(first);
        Assert.That(modified, Is.Not.Null);
        var at = DateTimeOffset.Parse(modified, CultureInfo.InvariantCulture);

        Assert.That(await StatusAsync(fresh, at), Is.EqualTo(304));
        Assert.That(await StatusAsync(fresh, at.AddSeconds(30)), Is.EqualTo(304));
        Assert.That(await StatusAsync(fresh, at.AddSeconds(-1)), Is.EqualTo(200));
        Assert.That(await StatusAsync(fresh, fresh.Hub.Now.AddDays(1)), Is.EqualTo(200), "A date that has not come says nothing.");
        Assert.That((int)(await fresh.AskAsync(Both, ("If-Modified-Since", "yesterday"))).Status, Is.EqualTo(200));
        Assert.That((int)(await fresh.AskAsync(Both, ("If-Modified-Since", modified), ("If-None-Match", "\"other\""))).Status, Is.EqualTo(200), "A tag goes before a date.");
    }

    [Test]
    public async Task Search_ConfirmingPull_KeepsTheTagAndMovesTheAge()
    {
        await using var fresh = await FreshHub.StartAsync();
        var first = await fresh.AskAsync(FreshHub.Ann);
        fresh.Clock.Advance(TimeSpan.FromHours(0.5));
        var old = await fresh.AskAsync(FreshHub.Ann);
        await fresh.ConfirmAsync(FreshHub.Ann);
        var confirmed = await fresh.AskAsync(FreshHub.Ann);

        Assert.That(old.Headers.Age, Is.InRange(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(40)));
        Assert.That(confirmed.Headers.Age, Is.LessThan(TimeSpan.FromMinutes(10)));
        Assert.That(LastUpdated(confirmed), Is.GreaterThan(LastUpdated(old).AddMinutes(29)));
        Assert.That(LastUpdated(old), Is.EqualTo(LastUpdated(first)));
        Assert.That(new[] { FreshHub.Tag(old), FreshHub.Tag(confirmed) }, Is.All.EqualTo(FreshHub.Tag(first)));
        Assert.That((int)(await fresh.AskAsync(FreshHub.Ann, ("If-Modified-Since", FreshHub.Modified(first) ?? string.Empty))).Status, Is.EqualTo(304));
    }

    [Test]
    public async Task Search_SlotTaken_ChangesTagAndDate()
    {
        await using var fresh = await FreshHub.StartAsync();
        var first = await fresh.AskAsync(Both);
        fresh.First.Owners = [FreshHub.Slots(FreshHub.Ann, 1, 24, 26), FreshHub.Slots(FreshHub.Cyd, 30)];
        await fresh.ConfirmAsync(FreshHub.Ann);

        await ShouldHaveChangedAsync(fresh, first, slots: 5);
    }

    [Test]
    public async Task Search_SlotBegun_ChangesTagAndDateAlsoOnceItIsSweptAway()
    {
        await using var fresh = await FreshHub.StartAsync();
        var first = await fresh.AskAsync(Both);
        fresh.Clock.Advance(TimeSpan.FromHours(1.1));
        var begun = await ShouldHaveChangedAsync(fresh, first, slots: 5);

        fresh.Clock.Advance(TimeSpan.FromMinutes(20));
        fresh.Hub.Resolve<AvailabilityIndex>().Sweep();
        var swept = await ShouldHaveChangedAsync(fresh, first, slots: 5);
        Assert.That(FreshHub.Tag(swept), Is.EqualTo(FreshHub.Tag(begun)));
    }

    [Test]
    public async Task Search_Stale_IsFlaggedAndChangesTheTagUntilItIsConfirmed()
    {
        await using var fresh = await FreshHub.StartAsync();
        fresh.Clock.Advance(TimeSpan.FromHours(1.5));
        var first = await fresh.AskAsync(Both);
        Assert.That(FreshHub.Outcome(first), Is.Empty);
        fresh.Clock.Advance(TimeSpan.FromHours(0.6));
        var stale = await ShouldHaveChangedAsync(fresh, first, slots: 5);

        Assert.That(FreshHub.Outcome(stale).Select(static issue => issue.Code), Is.EqualTo(new[] { "transient", "transient" }));
        Assert.That(FreshHub.Outcome(stale)[0].Text, Does.Contain("'a'").And.Contain("1 of the owners"));
        Assert.That(stale.Json.At("total")?.GetInt32(), Is.EqualTo(5));
        Assert.That((int)(await fresh.AskAsync(Both, ("If-None-Match", FreshHub.Tag(stale)))).Status, Is.EqualTo(304), "It stays as stale as it is.");

        fresh.First.Owners = [FreshHub.Slots(FreshHub.Ann, 24, 25, 26), FreshHub.Slots(FreshHub.Cyd, 30)];
        fresh.Second.Owners = [FreshHub.Slots(FreshHub.Bob, 24, 25)];
        await fresh.ConfirmAsync(FreshHub.Ann);
        await fresh.ConfirmAsync(FreshHub.Bob);
        var confirmed = await fresh.AskAsync(Both, ("If-None-Match", FreshHub.Tag(stale)), ("If-Modified-Since", fresh.Hub.Now.ToString("R", CultureInfo.InvariantCulture)));
        Assert.That(FreshHub.Outcome(confirmed), Is.Empty);
    }

    [Test]
    public async Task Search_TooOld_IsNotServedAndSaidToBeMissing()
    {
        await using var fresh = await FreshHub.StartAsync();
        fresh.Clock.Advance(TimeSpan.FromHours(5.9));
        await fresh.ConfirmAsync(FreshHub.Bob);
        var first = await fresh.AskAsync(Both);
        Assert.That(first.OfType("Slot"), Has.Count.EqualTo(5));
        fresh.Clock.Advance(TimeSpan.FromHours(0.2));
        var dropped = await ShouldHaveChangedAsync(fresh, first, slots: 2);

        Assert.That(FreshHub.Outcome(dropped).Select(static issue => issue.Code), Is.EqualTo(new[] { "incomplete" }));
        Assert.That(dropped.OfType("Practitioner").Select(static practitioner => practitioner.Identifier()), Is.EqualTo(new[] { FreshHub.Bob }));

        // The sweep lets go of the whole owner, and with it of the time at which it was dropped.
        fresh.Clock.Advance(TimeSpan.FromMinutes(20));
        fresh.Hub.Resolve<AvailabilityIndex>().Sweep();
        Assert.That(FreshHub.Outcome(await ShouldHaveChangedAsync(fresh, first, slots: 2)).Select(static issue => issue.Code), Is.EqualTo(new[] { "incomplete" }));
    }

    [Test]
    public async Task Search_AloneAndTooOld_HasTheGapAndNothingElse()
    {
        await using var fresh = await FreshHub.StartAsync();
        fresh.Clock.Advance(TimeSpan.FromHours(6.1));
        var answer = await fresh.AskAsync(FreshHub.Ann);

        Assert.That((answer.Json.At("total")?.GetInt32(), answer.Entries.Count), Is.EqualTo((0, 1)));
        Assert.That(FreshHub.Outcome(answer).Select(static issue => issue.Code), Is.EqualTo(new[] { "incomplete" }));
    }

    [Test]
    public async Task Search_VendorHungSinceTheStart_SaysSoAndShowsTheOthers()
    {
        await using var fresh = await FreshHub.StartAsync(static fresh => fresh.First.Close(), timeout: "00:00:00.5");
        var answer = await fresh.AskAsync([FreshHub.Ann, FreshHub.Bob, FreshHub.Cyd]);

        Assert.That(FreshHub.Outcome(answer).Select(static issue => issue.Code), Is.EqualTo(new[] { "incomplete" }));
        Assert.That(FreshHub.Outcome(answer)[0].Text, Does.Contain("'a'").And.Contain("2 of the owners").And.Contain("not been heard"));
        Assert.That(answer.OfType("Practitioner").Select(static practitioner => practitioner.Identifier()), Is.EqualTo(new[] { FreshHub.Bob }));
        Assert.That(FreshHub.Outcome(await fresh.AskAsync(FreshHub.Bob)), Is.Empty, "Who is not of that vendor lacks nothing.");
        Assert.That(FreshHub.Outcome(await fresh.AskAsync("810101215225")), Is.Empty, "Of strangers nothing is missing.");

        fresh.First.Open();
        await fresh.ConfirmAsync(FreshHub.Ann);
        Assert.That(FreshHub.Outcome(await fresh.AskAsync(FreshHub.Ann)), Is.Empty);
    }

    [Test]
    public async Task Search_LastUpdated_IsAsOfTheVendor()
    {
        await using var fresh = await FreshHub.StartAsync();
        fresh.Clock.Advance(TimeSpan.FromHours(1.2));
        await fresh.ConfirmAsync(FreshHub.Bob);
        var border = fresh.Hub.Now.AddMinutes(-30).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var url = Contract.SlotSearchUrl.Of(FreshHub.Start, FreshHub.Start.AddDays(5), Both);

        var late = await fresh.Hub.GetAsync($"{url}&_lastUpdated=ge{border}");
        var early = await fresh.Hub.GetAsync($"{url}&_lastUpdated=lt{border}");
        Assert.That(late.OfType("Practitioner").Select(static practitioner => practitioner.Identifier()), Is.EqualTo(new[] { FreshHub.Bob }));
        Assert.That(early.OfType("Practitioner").Select(static practitioner => practitioner.Identifier()), Is.EqualTo(new[] { FreshHub.Ann }));
    }

    private static async Task<Answer> ShouldHaveChangedAsync(FreshHub fresh, Answer before, int slots)
    {
        // Whatever a caller keeps of the answer before, it must get the new one.
        var byTag = await fresh.AskAsync(Both, ("If-None-Match", FreshHub.Tag(before)));
        Assert.That((int)byTag.Status, Is.EqualTo(200));
        Assert.That(FreshHub.Tag(byTag), Is.Not.EqualTo(FreshHub.Tag(before)));
        Assert.That(byTag.OfType("Slot"), Has.Count.EqualTo(slots));
        var since = FreshHub.Modified(before) ?? before.Headers.Date?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty;
        Assert.That((int)(await fresh.AskAsync(Both, ("If-Modified-Since", since))).Status, Is.EqualTo(200));
        return byTag;
    }

    private static async Task<int> StatusAsync(FreshHub fresh, DateTimeOffset since) =>
        (int)(await fresh.AskAsync(Both, ("If-Modified-Since", since.ToString("R", CultureInfo.InvariantCulture)))).Status;

    private static DateTimeOffset LastUpdated(Answer answer) =>
        DateTimeOffset.Parse(answer.OfType("Schedule")[0].At("meta")?.Text("lastUpdated") ?? string.Empty, CultureInfo.InvariantCulture);
}
