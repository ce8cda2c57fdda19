using System.Text.Json;
using System.Text.Json.Nodes;

using Sas.Interop.Durability.Killing;
using Sas.Interop.Durability.Tracks;
using Sas.Interop.Durability.Wire;
using Sas.Interop.Durability.World;
using Sas.Interop.TestKit;

namespace Sas.Interop.Scenarios.Tests.Durability;

/// <summary>Requests that are sent at the same moment, over real sockets, on every database that takes writers in its own way.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
internal sealed class RaceTests(string database)
{
    private RaceSite? _site;

    private RaceSite Site => _site ?? throw new InvalidOperationException("The site is started before the tests.");

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        if (database == "postgresql" && PostgresBinaries.WhyAbsent is { } why)
        {
            Assert.Ignore(why);
        }

        _site = await RaceSite.StartAsync(database == "sqlite" ? new SqliteKillDatabase() : await PostgresKillDatabase.StartAsync());
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }

    [Test]
    public async Task Put_SameUnknownAppointmentAtOnce_MakesOneResource()
    {
        var about = About("same-put");
        var replies = await Site.RaceAsync(_ => Put(about, 1));

        Assert.That(Statuses(replies), Is.EqualTo(new Dictionary<int, int> { [201] = 1, [200] = RaceSite.Many - 1 }));
        Assert.That(await KeptAsync(about), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Post_ConditionalCreateAtOnce_MakesOneResource()
    {
        var about = About("conditional-create");
        var criterion = about.Criterion[(about.Criterion.IndexOf('?', StringComparison.Ordinal) + 1)..];
        var replies = await Site.RaceAsync(_ => new Call(HttpMethod.Post, "fhir/Appointment") { Body = Samples.Appointment(about, 1, "booked"), Vendor = Vendors.Page, IfNoneExist = criterion });

        Assert.That(Statuses(replies), Is.EqualTo(new Dictionary<int, int> { [201] = 1, [200] = RaceSite.Many - 1 }));
        Assert.That(await KeptAsync(about), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Put_SameVersionInIfMatchAtOnce_LetsOneThrough()
    {
        var about = About("if-match");
        await Site.Hub.SendAsync(Put(about, 1));

        var replies = await Site.RaceAsync(number => Put(about, number + 2) with { IfMatch = 1 });

        Assert.That(Statuses(replies), Is.EqualTo(new Dictionary<int, int> { [200] = 1, [412] = RaceSite.Many - 1 }));
        var won = Array.FindIndex(replies, static reply => reply.Status == 200) + 2;
        Assert.That(await KeptAsync(about), Is.EqualTo((won, 2)));
    }

    [Test]
    public async Task Put_DifferentStatesAtOnce_EndsInTheLastWithAWholeHistory()
    {
        var about = About("many-states");
        var replies = await Site.RaceAsync(number => Put(about, number + 1));

        Assert.That(replies.Select(static reply => reply.Status), Is.All.AnyOf(200, 201));
        var (number, version) = await KeptAsync(about);
        Assert.That(number, Is.EqualTo(RaceSite.Many), "The vendor's greatest version wins, in whatever order they came.");
        var resource = AppointmentState.In((await Site.Hub.SendAsync(Call.Get(about.Criterion))).Json).Single();
        var history = await Site.Hub.SendAsync(Call.Get($"fhir/Appointment/{resource.GetProperty("id").GetString()}/_history?_count=100"));
        Assert.That(AppointmentState.In(history.Json).Select(AppointmentState.Version), Is.EqualTo(Enumerable.Range(1, version).Reverse()));
        Assert.That(AppointmentState.In(history.Json).Select(state => AppointmentState.Number(about, state)), Is.Ordered.Descending, "No older state was put over a newer one.");
    }

    [Test]
    public async Task Post_SameAccountAtOnce_MakesOneAndRefusesTheOthers()
    {
        const string value = "00000000-0000-4000-8000-00000000beef";
        var replies = await Site.RaceAsync(static _ => new Call(HttpMethod.Post, "fhir/Practitioner") { Body = Samples.Regulator(value, 1, active: true) });

        Assert.That(Statuses(replies), Is.EqualTo(new Dictionary<int, int> { [201] = 1, [409] = RaceSite.Many - 1 }));
    }

    [TestCase(Vendors.Api)]
    [TestCase(Vendors.Page)]
    public async Task Book_TenOperatorsAtOneSlot_OneWinsAndNineHearOfTheNext(string vendor)
    {
        var slot = await Site.SlotAsync(vendor, 0);
        var replies = await Site.RaceAsync(number => Book(slot, $"ten-{vendor}-{number}"), count: 10);

        Assert.That(Statuses(replies), Is.EqualTo(new Dictionary<int, int> { [200] = 1, [409] = 9 }));
        foreach (var refused in replies.Where(static reply => reply.Status == 409))
        {
            var next = refused.Json.GetProperty("issue").EnumerateArray().Select(static issue => issue.GetProperty("diagnostics").GetString()).Where(static text => text?.StartsWith("Slot/", StringComparison.Ordinal) == true).ToList();
            Assert.That(next, Is.Not.Empty.And.None.EqualTo($"Slot/{slot}"), refused.Body);
        }
    }

    [TestCase(Vendors.Api)]
    [TestCase(Vendors.Page)]
    public async Task Book_OneKeyManyTimesAtOnce_HasOneEffectAndOneAnswer(string vendor)
    {
        var slot = await Site.SlotAsync(vendor, 1);
        var before = Site.Vendors.Desk.Live.Count;
        var call = Book(slot, $"one-key-{vendor}");
        var replies = await Site.RaceAsync(_ => call);

        Assert.That(replies.Where(static reply => reply.Status != 200), Is.All.Matches<Reply>(static reply => reply is { Status: 409, CanComeBack: true }));
        var again = await Site.Hub.SendAsync(call);
        Assert.That(again.Status, Is.EqualTo(200), again.Body);
        Assert.That(replies.Where(static reply => reply.Status == 200).Select(static reply => reply.Body), Is.Not.Empty.And.All.EqualTo(again.Body));
        Assert.That(Site.Vendors.Desk.Live, Has.Count.EqualTo(vendor == Vendors.Api ? before + 1 : before));
    }

    [Test]
    public async Task Follow_OneLinkManyTimesAtOnce_LeadsOnOnce()
    {
        var slot = await Site.SlotAsync(Vendors.Page, 2);
        var booked = await Site.Hub.SendAsync(Book(slot, "one-link"));
        var path = LinkText.PathIn(booked.Body);
        Assert.That(path, Is.Not.Null, booked.Body);

        var replies = await Site.RaceAsync(_ => Call.Get(path ?? string.Empty));

        Assert.That(Statuses(replies), Is.EqualTo(new Dictionary<int, int> { [303] = 1, [410] = RaceSite.Many - 1 }));
    }

    private static Dictionary<int, int> Statuses(IEnumerable<Reply> replies) => replies.CountBy(static reply => reply.Status).ToDictionary();

    private static Call Put(AppointmentAbout about, int number) =>
        new(HttpMethod.Put, about.Criterion) { Body = Samples.Appointment(about, number, "booked"), Vendor = Vendors.Page };

    private static Call Book(string slot, string key)
    {
        var body = new JsonObject
        {
            ["resourceType"] = "Parameters",
            ["parameter"] = new JsonArray(
                new JsonObject { ["name"] = "slot", ["valueReference"] = new JsonObject { ["reference"] = $"Slot/{slot}" } },
                new JsonObject { ["name"] = "regulator", ["valueIdentifier"] = Samples.Identifier("INTRN", Samples.PlatformSystem, RaceSite.Regulator) }),
        };
        return new Call(HttpMethod.Post, "fhir/Appointment/$book") { Body = body.ToJsonString(), Key = key };
    }

    private AppointmentAbout About(string value) => new(Vendors.AppointmentSystem(Vendors.Page), value, Vendors.OtherOwner(1), RaceSite.Regulator, Site.Vendors.First);

    private async Task<(int Number, int Version)> KeptAsync(AppointmentAbout about)
    {
        var reply = await Site.Hub.SendAsync(Call.Get(about.Criterion));
        JsonElement[] found = [.. AppointmentState.In(reply.Json)];
        Assert.That(found, Has.Length.EqualTo(1), reply.Body);
        return (AppointmentState.Number(about, found[0]), AppointmentState.Version(found[0]));
    }
}
