using System.Text;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Doctolib;
using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Keldoc;
using Sas.Interop.Adapters.Maiia;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Adapters.Ordoclic;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Tests;

/// <summary>
/// Items that are taken from their bytes say what the handlers of values would have said. An item with an escaped name is never plain, so the same items with
/// such a name beside their own members go the other way.
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed class PlainItemsLaws
{
    private const string Escaped = "\"\\u007az\":0,";
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static readonly string[] Times =
    [
        "\"2026-03-02T09:00:00.000+01:00\"", "\"2026-03-02T08:15:00Z\"", "\"2026-03-29T02:30:00\"", "\"2026-10-25T02:30:00.000\"", "\"2026-03-02 09:00\"", "\"2026-03-02T10:00:00.000+0100\"", "null", "\"\"",
        "\" 2026-03-02T09:00:00Z \"", "\"2026-13-02T09:00:00Z\"", "\"0001-01-01T00:00:00Z\"", "\"2026-03-03T09:00:00Z\"", "\"2026-03-02\"",
    ];

    private static readonly string[] Identifiers = ["88001", "\"88001\"", "88002", "null", "\"\"", "\" 88001 \"", "\"é\"", "-1", "1.5", "\"5A00\"", "\"5a00\""];
    private static readonly string[] Wrong = ["5", "[]", "{}", "true", "\"x\"", "[[1]]"];

    [Test]
    public void Keldoc_AnyItems_SayTheSameEitherWay() => Hold(
        static random => Members(random, ("start_time", Times), ("agenda_id", Identifiers)),
        static items => $$"""{"availabilities":{"2026-03-02":[{{items}}],"2026-03-03":[],"2026-03-04":null} }""",
        static async stream => Text((await KeldocTimetableReader.ReadAsync(new VendorAnswer(stream, null), Zone, CancellationToken.None)) is { IsSuccess: true } read ? read.Value.Page : null));

    [Test]
    public void Doctolib_AnyItems_SayTheSameEitherWay() => Hold(
        static random => Members(random, ("start_date", Times), ("end_date", Times), ("agenda_id", Identifiers), ("practice_id", Identifiers), ("steps", ["[]", "null", "[]", """[{"start_date":"2026-03-02T09:30:00Z"}]"""])),
        static items => $$"""{"availabilities":[{"date":"2026-03-02","slots":["2026-03-02T07:00:00Z",{{items}},"2026-03-29T02:30:00","nothing"]}]}""",
        static async stream =>
        {
            var read = await DoctolibPageReader.ReadAsync(new VendorAnswer(stream, null), Zone, "7", CancellationToken.None);
            return read.IsSuccess ? string.Join('\n', read.Value.Times.Select(static time => $"{time.Slot} {time.Practice}")) + Text(read.Value.Page) : $"{read.Error.Code}";
        });

    [Test]
    public void Maiia_AnyItems_SayTheSameEitherWay() => Hold(
        static random => Members(random, ("startDateTime", Times), ("endDateTime", Times), ("practitionerId", Identifiers), ("centerId", Identifiers), ("substitute", ["{}", """{"a":1}"""])),
        static items => $$"""{"items":[{{items}}],"total":3}""",
        static async stream =>
        {
            var read = await new MaiiaSlotReader(Zone, "5a00", "88001").ReadAsync(new VendorAnswer(stream, null), CancellationToken.None);
            return read.IsSuccess ? $"{string.Join('\n', read.Value.Items)} {read.Value.Count} {read.Value.Print} {read.Value.Total} {read.Value.Tally}" : $"{read.Error.Code}";
        });

    [Test]
    public void Ordoclic_AnyItems_SayTheSameEitherWay() => Hold(
        static random => Members(
            random,
            ("timeStart", Times),
            ("timeEnd", Times),
            ("tzId", ["\"Europe/Paris\"", "\"America/Guadeloupe\"", "null", "\"\"", "\" \"", "\"Nowhere/Land\""]),
            ("medicalStaffID", Identifiers),
            ("overlapped", ["false", "true", "0", "\"1\"", "null"]),
            ("status", ["""{"eventID":"000-0","statusID":0}""", """{"eventID":"1","statusID":0}""", "null", """{"statusID":"0"}""", """{"statusID":[]}"""])),
        static items => $$"""{"slots":[{{items}}]}""",
        ReadOrdoclicAsync);

    private static async Task<string> ReadOrdoclicAsync(Stream stream)
    {
        var question = new OrdoclicQuestion(new OrdoclicQuery("e", "88001", "r", "a", "b"), new SlotKind(), Zone) { Length = TimeSpan.FromMinutes(15), OwnersOnly = true };
        var page = new SlotPage();
        var reading = new JsonReading(
            (int path, in JsonFeedPosition _, ref System.Text.Json.Utf8JsonReader value) =>
                OrdoclicMapper.Map(System.Text.Json.JsonSerializer.Deserialize(ref value, OrdoclicJsonContext.Default.OrdoclicSlot), question, page),
            new OrdoclicPlainReader(question, page).Take);
        var read = await JsonFeed.FillAsync(page, stream, JsonShape.Of("slots[]"), reading, CancellationToken.None);
        return read.IsSuccess ? Text(page) : $"{read.Error.Code}";
    }

    private static void Hold(Func<Random, string> item, Func<string, string> body, Func<Stream, Task<string>> read) => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            var items = Enumerable.Range(0, random.Next(1, 8)).Select(_ => item(random)).ToArray();
            var plain = Run(body(string.Join(",\n ", items.Select(static members => "{" + members + "}"))), read);
            var other = Run(body(string.Join(",\n ", items.Select(static members => "{" + (members.Length == 0 ? Escaped[..^1] : Escaped + members) + "}"))), read);
            return plain == other ? true : throw new AssertionException($"{string.Join('\n', items)}\nTaken:\n{plain}\nHandled:\n{other}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(600));

    private static string Run(string json, Func<Stream, Task<string>> read)
    {
        using var stream = new TricklingStream(Encoding.UTF8.GetBytes(json), 97);
        return read(stream).GetAwaiter().GetResult();
    }

    private static string Members(Random random, params (string Name, string[] Values)[] members)
    {
        random.Shuffle(members);
        return string.Join(',', members.Where(_ => random.Next(6) > 0).Select(member =>
            $"\"{member.Name}\":{(random.Next(40) == 0 ? Wrong[random.Next(Wrong.Length)] : member.Values[random.Next(member.Values.Length)])}"));
    }

    private static string Text(SlotPage? page) => page is null
        ? "failed"
        : $"{string.Join('\n', page.Times)} {string.Join(' ', page.Days.Order())} {page.Reserved} {page.Unreadable} {page.Orphans} {page.Next}";
}
