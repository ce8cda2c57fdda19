using System.Globalization;
using System.Text.Json.Nodes;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Tests.Appointments;

/// <summary>Searches find the same on every database.</summary>
[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.PostgreSql)]
[TestFixture(StorageProvider.SqlServer)]
internal sealed class AppointmentQueriesTests(StorageProvider provider)
{
    private static readonly string[] Values = ["a", "A", "á", "a\u00A0x", "b😀", "c"];
    private AppointmentRig _rig = null!; // Set before any test runs.

    /// <summary>Six appointments an hour apart, written two at a time, whose identifiers differ in what collations may overlook.</summary>
    [OneTimeSetUp]
    public async Task WriteAsync()
    {
        _rig = await AppointmentRig.StartAsync(provider);
        for (var number = 0; number < Values.Length; number++)
        {
            var told = Told.OfPractitioner(Values[number], number == 3 ? "cancelled" : "booked");
            (told["start"], told["end"]) = (Hour(9 + number), Hour(10 + number));
            var written = number < 5 ? await _rig.PutAsync(told) : await _rig.PutAsync(told, "other", "other");
            Assert.That(written.Verdict, Is.EqualTo(AppointmentVerdict.Created));
            _rig.Time.Advance(number % 2 == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(1));
        }
    }

    [OneTimeTearDown]
    public async Task RemoveAsync()
    {
        if (_rig is not null)
        {
            await _rig.DisposeAsync();
        }
    }

    [Test]
    public async Task Search_ByIdentifier_TellsTextsApart()
    {
        foreach (var value in new[] { "a", "A", "á", "b😀" })
        {
            var filter = new AppointmentFilter();
            filter.Identifiers.Add(([IdentifierKey.Of(Told.System, value)], []));
            var byValue = new AppointmentFilter();
            byValue.Identifiers.Add(([], [IdentifierKey.Of(value)]));

            Assert.That(await FoundAsync(filter), Is.EqualTo(new[] { value }));
            Assert.That(await FoundAsync(byValue), Is.EqualTo(new[] { value }));
        }
    }

    [Test]
    public async Task Search_ByEverything_Decides()
    {
        var status = new AppointmentFilter();
        status.Statuses.Add(["cancelled", "noshow"]);
        var owner = new AppointmentFilter();
        owner.Owners.Add(["810000000025"]);
        var start = new AppointmentFilter();
        start.Starts.Add(new AppointmentSpan(At(10), At(12)));
        var updated = new AppointmentFilter();
        updated.Updated.Add(new AppointmentSpan(null, new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)));
        var sender = new AppointmentFilter { Sender = "other" };

        Assert.That(
            new[] { await CountAsync(status), await CountAsync(owner), await CountAsync(start), await CountAsync(updated), await CountAsync(sender), await CountAsync(new AppointmentFilter()) },
            Is.EqualTo(new[] { 1, 0, 3, 2, 1, 6 }));
    }

    [Test]
    public async Task Search_PageByPage_MissesNothingAndRepeatsNothing([Values] AppointmentSort sort, [Values(1, 2, 5)] int count)
    {
        var filter = new AppointmentFilter { Sort = sort };
        var found = new List<StoredAppointment>();
        for (var pages = 0; pages < 10; pages++)
        {
            var page = await _rig.Queries.SearchAsync(filter, count, CancellationToken.None);
            found.AddRange(page.Take(count));
            if (page.Count <= count)
            {
                break;
            }

            filter.After = new AppointmentPosition(sort is AppointmentSort.Start or AppointmentSort.StartLatestFirst ? page[count - 1].Start : page[count - 1].UpdatedAt, page[count - 1].Id);
        }

        var ordered = sort switch
        {
            AppointmentSort.Updated => found.OrderBy(static one => one.UpdatedAt),
            AppointmentSort.UpdatedNewestFirst => found.OrderByDescending(static one => one.UpdatedAt),
            AppointmentSort.Start => found.OrderBy(static one => one.Start),
            _ => found.OrderByDescending(static one => one.Start),
        };
        Assert.That(found.Select(static one => one.Id), Is.Unique.And.EqualTo(ordered.Select(static one => one.Id)).And.Exactly(6).Items);
    }

    [Test]
    public async Task ReadFilling_ToCome_LeavesOutWhatFillsNothing()
    {
        var taken = new List<FillingAppointment>();

        var count = await _rig.Queries.ReadFillingAsync(At(10), taken.Add, CancellationToken.None);

        Assert.That((count, taken.Select(static one => one.Start).Order()), Is.EqualTo((4, new[] { At(10), At(11), At(13), At(14) })));
    }

    [Test]
    public async Task FindAsync_OfAnotherSender_FindsNothing()
    {
        var own = (await _rig.Queries.SearchAsync(new AppointmentFilter { Sender = "other" }, 10, CancellationToken.None)).Single();

        Assert.That((await _rig.Queries.FindAsync(own.Id, "other", CancellationToken.None))?.Version, Is.EqualTo(1));
        Assert.That(await _rig.Queries.FindAsync(own.Id, AppointmentRig.Sender, CancellationToken.None), Is.Null);
        Assert.That((await _rig.Queries.FindVersionAsync(own.Id, 1, CancellationToken.None))?.Content, Is.EqualTo(own.Content));
        Assert.That(await _rig.Queries.FindVersionAsync(own.Id, 2, CancellationToken.None), Is.Null);
    }

    private async Task<IEnumerable<string?>> FoundAsync(AppointmentFilter filter) =>
        (await _rig.Queries.SearchAsync(filter, 10, CancellationToken.None)).Select(static found => JsonNode.Parse(found.Content)?["identifier"]?[0]?["value"]?.GetValue<string>());

    private Task<int> CountAsync(AppointmentFilter filter) => _rig.Queries.CountAsync(filter, CancellationToken.None);

    private static DateTimeOffset At(int hour) => new(2026, 4, 1, hour, 0, 0, TimeSpan.FromHours(2));

    private static string Hour(int hour) => At(hour).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
