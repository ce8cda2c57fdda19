using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>The forms that CONTRACT §10 met, each in the three flows: the answer is that of the form of the contract.</summary>
[TestFixture("R01")]
[TestFixture("R04")]
[TestFixture("SOS")]
[Parallelizable]
internal sealed class TolerantFormTests(string flow)
{
    private FlowSearch Good => FlowSearch.Named(flow);

    [TestCase("application/json+fhir")]
    [TestCase("application/fhir+json")]
    [TestCase("application/json")]
    [TestCase("*/*")]
    [TestCase("")]
    public async Task D01_AnyNameOfJson_IsAnsweredWithTheRegisteredOne(string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Good.Url, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        var answer = await (await HubFixture.HubAsync()).SendAsync(request);

        Assert.That(answer.ContentHeaders.ContentType?.ToString(), Is.EqualTo("application/fhir+json; charset=utf-8"));
        await ShouldBeSameAsync(answer);
    }

    [Test]
    public async Task D02_NothingFound_HasTheShapeOfTheFaq()
    {
        var hub = await HubFixture.HubAsync();
        var answer = await Good.Rewrite(Good.Owners, static _ => "8101012152,399999999999999").SendAsync(hub);

        Assert.That(AnswerRules.FaultsOf(answer, hub.FhirBase, Good.Shape), Is.Empty);
        Assert.That(answer.Json.EnumerateObject().Select(static member => member.Name), Is.EqualTo(new[] { "resourceType", "id", "meta", "type", "total", "link" }));
        Assert.That(answer.Json.At("total")?.GetInt32(), Is.Zero);
    }

    [Test]
    public async Task D03_Total_IsTheNumberOfSlots()
    {
        var answer = await Good.SendAsync(await HubFixture.HubAsync());
        Assert.That(answer.Json.At("total")?.GetInt32(), Is.EqualTo(answer.OfType("Slot").Count).And.GreaterThan(answer.OfType("Schedule").Count));
    }

    [Test]
    public async Task D04_Modes_AreThoseOfTheNewerGuide()
    {
        var answer = await Good.SendAsync(await HubFixture.HubAsync());
        var modes = answer.Entries.Select(static entry => (entry.GetProperty("resource").Text("resourceType"), entry.At("search")?.Text("mode"))).Distinct().ToList();

        Assert.That(modes.Where(static mode => mode.Item2 == "match").Select(static mode => mode.Item1), Is.EqualTo(new[] { Good.Shape.Match }));
        Assert.That(modes.Select(static mode => mode.Item1), Is.EquivalentTo(Good.Shape.Profiles.Keys));
    }

    [TestCase(25)]
    [TestCase(26)]
    [TestCase(60)]
    public async Task D05_MoreIdentifiersThanNamed_AreAllAnswered(int count)
    {
        var system = flow == "SOS" ? "urn:oid:1.2.250.1.71.4.2.2%7C3" : "urn:oid:1.2.250.1.71.4.2.1%7C8";
        var digits = flow == "SOS" ? 14 : 11;
        var strangers = Enumerable.Range(0, count).Select(number => system + number.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits, '7'));

        await ShouldBeSameAsync(Good.Rewrite(Good.Owners, value => $"{string.Join(',', strangers)},{value}"));
    }

    [Test]
    public async Task D07_NamesInAnyCase_AreUnderstood()
    {
        await ShouldBeSameAsync(Good.Change(static pair => (pair.Name.ToUpperInvariant(), pair.Value)));
        await ShouldBeSameAsync(Good.Change(static pair => (pair.Name.ToLowerInvariant(), pair.Value)));
        await ShouldBeSameAsync(Good.Change(static pair => pair.Name.Contains("include", StringComparison.Ordinal) ? (pair.Name, pair.Value.ToUpperInvariant()) : pair));
        await ShouldBeSameAsync(Good.Change(static pair => pair.Value == "Location:organization" ? (pair.Name, "Location:Organization") : pair));
        await ShouldBeSameAsync(Good.Change(static pair => (pair.Name.Replace(":", "%3A", StringComparison.Ordinal).Replace("_", "%5F", StringComparison.Ordinal), pair.Value)));
        await ShouldBeSameAsync(Good.Change(pair => pair.Name == Good.Start ? ("start", pair.Value) : pair.Name == Good.Status ? ("status", pair.Value) : pair));
    }

    [Test]
    public async Task D10_TokenLists_MayHaveBlanksRawBarsAndLostSigns()
    {
        await ShouldBeSameAsync(Good.Rewrite(Good.Owners, static value => value.Replace(",", ",%20", StringComparison.Ordinal)));
        await ShouldBeSameAsync(Good.Rewrite(Good.Owners, static value => value.Replace(",", "%20%2C%20", StringComparison.Ordinal)));
        await ShouldBeSameAsync(Good.Rewrite(Good.Owners, static value => value.Replace("%7C", "%7c", StringComparison.Ordinal)));
        await ShouldBeSameAsync(Good.Rewrite(Good.Owners, static value => value.Replace("%7C", "7C", StringComparison.Ordinal)));
        await ShouldBeSameAsync(Good.Rewrite(Good.Owners, static value => value.Replace("urn:oid:", "urn%3Aoid%3A", StringComparison.Ordinal)));
        await ShouldBeSameAsync(Good.Rewrite(Good.Owners, static value => $"{value},{value}"));

        // Identifiers without their prefix (CONTRACT §6.2), and without their system.
        await ShouldBeSameAsync(Good.Rewrite(Good.Owners, static value => value.Replace("%7C3", "%7C", StringComparison.Ordinal).Replace("%7C8", "%7C", StringComparison.Ordinal)));
        await ShouldBeSameAsync(Good.Rewrite(Good.Owners, static value => string.Join(',', value.Split(',').Select(static token => token.Split("%7C")[1]))));
    }

    [Test]
    public async Task D10_RawBarsRawPlusesAndTrailingSlash_AreUnderstood()
    {
        var hub = await HubFixture.HubAsync();
        var query = Good.Query.Replace("%7C", "|", StringComparison.Ordinal).Replace("%2B", "+", StringComparison.Ordinal);
        var text = await hub.SendRawAsync($"GET /fhir/{Good.Resource}/?{query} HTTP/1.1");
        var expected = await Good.SendAsync(hub);

        var bundle = System.Text.Json.JsonElement.Parse(text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        Assert.That(bundle.At("total")?.GetInt32(), Is.EqualTo(expected.Json.At("total")?.GetInt32()).And.GreaterThan(0));
        Assert.That(bundle.Items("entry").Select(static entry => entry.Text("fullUrl")), Is.EqualTo(expected.Entries.Select(static entry => entry.Text("fullUrl"))));
        Assert.That(
            bundle.Items("link").Select(static link => link.Text("url")),
            Is.EqualTo(new[] { $"{hub.FhirBase}/{Good.Resource}/?{query.Replace("|", "%7C", StringComparison.Ordinal)}" }));
    }

    [Test]
    public Task D11_DatesWithoutOffset_AreParisTime() =>
        ShouldBeSameAsync(Good.Rewrite(Good.Start, static value => value.Split("%2B")[0]));

    [TestCase("ge2026-03-29T02:30:00", TestName = "D11_HourThatParisSkips_IsAnInstant")]
    [TestCase("ge2025-10-26T02:30:00", TestName = "D11_HourThatParisHasTwice_IsAnInstant")]
    public async Task D11_OddHours_AreInstants(string bound)
    {
        var answer = await Good.Rewrite(Good.Start, value => value.StartsWith("ge", StringComparison.Ordinal) ? bound : value).SendAsync(await HubFixture.HubAsync());
        Assert.That(((int)answer.Status, answer.OfType("Slot").Count > 10), Is.EqualTo((200, true)));
    }

    [Test]
    public async Task D12_LostPlus_IsRestored()
    {
        await ShouldBeSameAsync(Good.Rewrite(Good.Start, static value => value.Replace("%2B", "%20", StringComparison.Ordinal)));
        await ShouldBeSameAsync(Good.Rewrite(Good.Start, static value => value.Replace("%2B", "+", StringComparison.Ordinal)));
    }

    [Test]
    public async Task D13_OffsetsOfRequests_AreTakenLiterally()
    {
        // The same instants at other offsets, and as universal time.
        await ShouldBeSameAsync(Good.Rewrite(Good.Start, static value => value.StartsWith("ge", StringComparison.Ordinal) ? "ge2026-03-28T23:00:00Z" : "le2026-03-30T18:00:00.000-04:00"));
        var later = await Good.Rewrite(Good.Start, static value => value.StartsWith("ge", StringComparison.Ordinal) ? "ge2026-03-29T10:40:00%2B04:00" : value).SendAsync(await HubFixture.HubAsync());
        Assert.That(later.OfType("Slot").Select(static slot => DateTimeOffset.Parse(slot.Text("start") ?? string.Empty, System.Globalization.CultureInfo.InvariantCulture)), Is.All.GreaterThanOrEqualTo(new DateTimeOffset(2026, 3, 29, 6, 40, 0, TimeSpan.Zero)));
    }

    [Test]
    public async Task D14_SelfLink_IsTheRequestAsProcessed()
    {
        var hub = await HubFixture.HubAsync();
        foreach (var search in new[] { Good, Good.With("colour", "blue"), Good.With("_count", "1000"), Good.Rewrite(Good.Start, static value => value.Replace("%2B", "+", StringComparison.Ordinal)) })
        {
            var answer = await search.SendAsync(hub);
            Assert.That(answer.Json.Items("link").Select(static link => (link.Text("relation"), link.Text("url"))), Is.EqualTo(new[] { ("self", $"{hub.FhirBase}/{search.Url}") }));
        }
    }

    [Test]
    public async Task D48_AnyWindow_IsAnswered()
    {
        var hub = await HubFixture.HubAsync();
        var (from, to) = (new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2050, 1, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.That((await Good.Between(from, to).SendAsync(hub)).OfType("Slot"), Is.Not.Empty);
        Assert.That((await Good.Between(from, from.AddDays(400)).SendAsync(hub)).Json.At("total")?.GetInt32(), Is.Zero);
        Assert.That((await Good.Between(to, from).SendAsync(hub)).Json.At("total")?.GetInt32(), Is.Zero);
    }

    [Test]
    public async Task D48_Bounds_AreInclusive()
    {
        var hub = await HubFixture.HubAsync();
        var starts = (await Good.SendAsync(hub)).OfType("Slot").Select(static slot => DateTimeOffset.Parse(slot.Text("start") ?? string.Empty, System.Globalization.CultureInfo.InvariantCulture)).Order().ToList();
        var (first, last) = (starts[starts.Count / 3], starts[2 * starts.Count / 3]);

        var inside = (await Good.Between(first, last).SendAsync(hub)).Json.At("total")?.GetInt32();
        var narrower = (await Good.Between(first.AddMilliseconds(1), last.AddMilliseconds(-1)).SendAsync(hub)).Json.At("total")?.GetInt32();

        Assert.That(inside, Is.EqualTo(starts.Count(start => start >= first && start <= last)));
        Assert.That(narrower, Is.EqualTo(starts.Count(start => start > first && start < last)).And.LessThan(inside));
    }

    [TestCase("1000")]
    [TestCase("2147483647")]
    public Task D49_LargeCount_IsOnePage(string count) => ShouldBeSameAsync(Good.With("_count", count));

    [Test]
    public async Task Includes_InAnyOrderRepetitionAndModifier_MeanTheSame()
    {
        var includes = Good.Pairs.Where(static pair => pair.Name.Contains("include", StringComparison.Ordinal)).ToList();
        var rest = Good.Pairs.Where(static pair => !pair.Name.Contains("include", StringComparison.Ordinal)).ToList();

        await ShouldBeSameAsync(Good with { Pairs = [.. rest, .. Enumerable.Reverse(includes)] });
        await ShouldBeSameAsync(Good with { Pairs = [.. includes, .. rest, .. includes, .. includes] });
        await ShouldBeSameAsync(Good.Change(static pair => pair.Name == "_include" ? ("_include:iterate", pair.Value) : pair));
        await ShouldBeSameAsync(Good.Change(static pair => pair.Name == "_include:iterate" ? ("_include:recurse", pair.Value) : pair));
        await ShouldBeSameAsync(Good.With("_include", "Slot:nothing").With("_include", "*").With("_revinclude", "Patient:slot"));
        await ShouldBeSameAsync(Good with { Pairs = [.. Enumerable.Reverse(Good.Pairs)] });
    }

    [Test]
    public Task UnknownParameters_AreIgnored() =>
        ShouldBeSameAsync(Good.With("colour", "blue").With("_foo", string.Empty).With("x.y:z", "1").With("_sort", "start").With("_pretty", "true").With("_format", "json"));

    [Test]
    public async Task UnknownParameters_StrictHandling_AreNamed()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Good.With("colour", "blue").With("_sort", "start").Url, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Prefer", "respond-async, handling=strict");
        var answer = await (await HubFixture.HubAsync()).SendAsync(request);

        Assert.That((int)answer.Status, Is.EqualTo(400));
        Assert.That(answer.Issues.SelectMany(static issue => issue.Items("location")).Select(static location => location.GetString()), Is.EqualTo(new[] { "http.colour", "http._sort" }));
    }

    [Test]
    public async Task KnownParameters_StrictHandling_AreAnswered()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Good.Url, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Prefer", "handling=strict");
        await ShouldBeSameAsync(await (await HubFixture.HubAsync()).SendAsync(request));
    }

    private async Task ShouldBeSameAsync(FlowSearch search) => await ShouldBeSameAsync(await search.SendAsync(await HubFixture.HubAsync()));

    private async Task ShouldBeSameAsync(Answer answer)
    {
        var expected = SameEntries.Of(await Good.SendAsync(await HubFixture.HubAsync()));
        Assert.That(expected, Has.Count.GreaterThan(10));
        Assert.That(SameEntries.Of(answer), Is.EqualTo(expected), answer.Url);
    }
}
