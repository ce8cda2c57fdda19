using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration.Directories;
using Sas.Interop.Hub.Fhir.Read;
using Sas.Interop.Hub.Tests.Availability;

namespace Sas.Interop.Hub.Tests.Fhir.Read;

internal sealed class ReadEndpointsTests
{
    private ReadRig _rig = new();

    [SetUp]
    public void Begin() => _rig = new ReadRig();

    [TearDown]
    public void Dispose() => _rig.Dispose();

    [TestCase(SlotFlow.Individual, 3, new[] { "Slot", "Schedule", "Practitioner", "PractitionerRole" })]
    [TestCase(SlotFlow.Community, 4, new[] { "Slot", "Schedule", "Practitioner", "PractitionerRole", "HealthcareService", "Organization" })]
    [TestCase(SlotFlow.Association, 2, new[] { "Slot", "Schedule", "Location", "Organization" })]
    public async Task Read_EveryEntryOfASearch_GivesItsBytes(object flow, int total, string[] types)
    {
        var search = await _rig.SearchAsync((SlotFlow)flow);
        Assert.That((search.Status, search.Total), Is.EqualTo((200, total)));
        Assert.That(search.Entries.Select(static entry => entry.TrimStart('+').Split('/')[0]).Distinct(), Is.EquivalentTo(types));

        foreach (var entry in search.Json.GetProperty("entry").EnumerateArray())
        {
            var url = entry.GetProperty("fullUrl").GetString() ?? string.Empty;
            var read = await _rig.ReadAsync(Enum.Parse<ServedType>(url.Split('/')[^2]), url.Split('/')[^1]);

            Assert.That(read.Status, Is.EqualTo(200), url);
            Assert.That(read.Headers.ContentType.ToString(), Is.EqualTo("application/fhir+json; charset=utf-8"));
            Assert.That(url, Does.StartWith(ReadRig.Base + "/"));

            // A slot that everybody may see has one form of its own, that of INT_R01, whatever search names it.
            var expected = IsOfBoth(entry.GetProperty("resource")) ? await AsIndividualAsync(url) : entry.GetProperty("resource").GetRawText();
            Assert.That(read.Body, Is.EqualTo(expected));
        }
    }

    [Test]
    public async Task Read_SlotOfCommunitiesAlone_HasTheirProfile()
    {
        var ids = _rig.SlotIds(Some.Owner);

        Assert.That(await ProfileAsync(ids[0]), Is.EqualTo(ProfileUrls.SlotIndividual));
        Assert.That(await ProfileAsync(ids[2]), Is.EqualTo(ProfileUrls.SlotIndividual));
        Assert.That(await ProfileAsync(ids[3]), Is.EqualTo(ProfileUrls.SlotCpts));
        Assert.That(await ProfileAsync(_rig.SlotIds(ReadRig.Association)[0]), Is.EqualTo(ProfileUrls.SlotSos));
    }

    [Test]
    public async Task Read_PractitionerOfTheDirectory_IsFoundWithoutSlots()
    {
        var read = await _rig.ReadAsync(ServedType.Practitioner, "810000000025");

        Assert.That(read.Status, Is.EqualTo(200));
        Assert.That(read.Json.GetProperty("name")[0].GetProperty("family").GetString(), Is.EqualTo("DURAND"));
        Assert.That((read.Headers.LastModified.Count, read.Headers.Age.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Read_CommunityOfTheDirectory_IsFoundWithoutSlots()
    {
        Assert.That((await _rig.ReadAsync(ServedType.Organization, ReadRig.OtherFiness)).Json.GetProperty("name").GetString(), Is.EqualTo("CPTS du Lac"));
        Assert.That((await _rig.ReadAsync(ServedType.HealthcareService, ReadRig.OtherFiness)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Read_OwnerRefuses_FindsNothingOfIt()
    {
        await ShouldFindAsync(1, 1, 1, 1);
        _rig.Preferences.Set(Some.Owner, new OwnerPreference { RefusesSlots = true });
        await ShouldFindAsync(0, 0, 0, 0);

        _rig.Directory.Owners[Some.Owner] = new DirectoryOwner(new OwnerDetails("MARTIN", [], null), [], [], RefusesSlots: true);
        _rig.Preferences.Set(Some.Owner, new OwnerPreference { RefusesSlots = false });
        await ShouldFindAsync(1, 1, 1, 1);
        _rig.Preferences.Set(Some.Owner, null);
        await ShouldFindAsync(0, 0, 0, 0);
    }

    [Test]
    public async Task Read_VendorNotDeclared_FindsThePractitionerOnly()
    {
        _rig.Preferences.Set(Some.Owner, new OwnerPreference { DeclaredVendors = ["vendor-b"] });

        await ShouldFindAsync(0, 0, 0, 1);
    }

    [Test]
    public async Task Read_OwnerIsAbsent_FindsNoSlot()
    {
        _rig.Preferences.Set(Some.Owner, new OwnerPreference { Unavailabilities = [new Unavailability(null, Some.Now, Some.Now.AddMinutes(90))] });

        await ShouldFindAsync(0, 1, 1, 1);
        Assert.That((await _rig.ReadAsync(ServedType.Slot, _rig.SlotIds(Some.Owner)[1])).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Read_SlotHasBegun_FindsTheOthers()
    {
        var ids = _rig.SlotIds(Some.Owner);
        _rig.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.That((await _rig.ReadAsync(ServedType.Slot, ids[0])).Status, Is.EqualTo(200));

        _rig.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.That((await _rig.ReadAsync(ServedType.Slot, ids[0])).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Read_VendorSilentForLong_FindsNothing()
    {
        _rig.Apply(Some.Snapshot(Some.Owner, [Some.Slot(50)]));
        _rig.Clock.Advance(TimeSpan.FromMinutes(60));
        await ShouldFindAsync(1, 1, 1, 1);

        _rig.Clock.Advance(TimeSpan.FromSeconds(1));
        await ShouldFindAsync(0, 0, 0, 0);
    }

    [Test]
    public async Task Read_PollWithoutNews_KeepsTheTag()
    {
        var id = _rig.SlotIds(Some.Owner)[0];
        var first = await _rig.ReadAsync(ServedType.Slot, id);
        _rig.Clock.Advance(TimeSpan.FromMinutes(5));
        _rig.Apply(ReadRig.Agenda());
        var second = await _rig.ReadAsync(ServedType.Slot, id);

        Assert.That(first.Headers.ETag.ToString(), Does.Match("^W/\"[0-9a-f]{16}\"$"));
        Assert.That(second.Headers.ETag, Is.EqualTo(first.Headers.ETag));
        Assert.That(second.Headers.LastModified, Is.EqualTo(first.Headers.LastModified));
        Assert.That(second.Body, Is.Not.EqualTo(first.Body), "the instant that it is as of");
        Assert.That((await _rig.ReadAsync(ServedType.Slot, id, "GET", ("If-None-Match", first.Headers.ETag.ToString()))).Status, Is.EqualTo(304));
        Assert.That((await _rig.ReadAsync(ServedType.Slot, id, "GET", ("If-Modified-Since", first.Headers.LastModified.ToString()))).Status, Is.EqualTo(304));
    }

    [TestCase(ServedType.Slot)]
    [TestCase(ServedType.PractitionerRole)]
    [TestCase(ServedType.Practitioner)]
    public async Task Read_News_ChangesTheTag(object type)
    {
        var id = (ServedType)type == ServedType.Slot ? _rig.SlotIds(Some.Owner)[0] : (ServedType)type == ServedType.Practitioner ? Some.Owner.ToString() : _rig.PlaceIds(Some.Owner)[0];
        var first = await _rig.ReadAsync((ServedType)type, id);
        var tag = ("If-None-Match", first.Headers.ETag.ToString());
        Assert.That((await _rig.ReadAsync((ServedType)type, id, "GET", tag)).Body, Is.Empty);

        _rig.Clock.Advance(TimeSpan.FromMinutes(5));
        var agenda = ReadRig.Agenda();
        _rig.Apply(agenda with
        {
            Owner = new OwnerDetails("MARTINE", ["Jeanne"], null),
            Schedules =
            [
                .. agenda.Schedules.Select(static schedule => schedule with
                {
                    Place = schedule.Place with { Phone = "+33199001155" },
                    Slots = [.. schedule.Slots.Select(static slot => slot with { End = slot.End.AddMinutes(5) })],
                }),
            ],
        });
        var second = await _rig.ReadAsync((ServedType)type, id, "GET", tag);

        Assert.That(second.Status, Is.EqualTo(200));
        Assert.That(second.Headers.ETag, Is.Not.EqualTo(first.Headers.ETag));
        Assert.That((await _rig.ReadAsync((ServedType)type, id, "GET", ("If-Modified-Since", first.Headers.LastModified.ToString()))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Read_Head_TellsTheLengthAlone()
    {
        var get = await _rig.ReadAsync(ServedType.Practitioner, Some.Owner.ToString());
        var head = await _rig.ReadAsync(ServedType.Practitioner, Some.Owner.ToString(), "HEAD");

        Assert.That((head.Status, head.Body), Is.EqualTo((200, string.Empty)));
        Assert.That(head.Headers.ContentLength, Is.EqualTo(get.Headers.ContentLength).And.GreaterThan(0));
        Assert.That(head.Headers.ETag, Is.EqualTo(get.Headers.ETag));
    }

    [Test]
    public async Task Read_AnotherFormat_IsNotAcceptable()
    {
        Assert.That((await _rig.ReadAsync(ServedType.Practitioner, Some.Owner.ToString(), "GET", ("Accept", "application/fhir+xml"))).Status, Is.EqualTo(406));
        Assert.That((await _rig.ReadAsync(ServedType.Practitioner, Some.Owner.ToString(), "GET", ("Accept", "application/json+fhir"))).Status, Is.EqualTo(200));
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("..")]
    [TestCase("../../etc/passwd")]
    [TestCase("810000000017 ")]
    [TestCase("81000000001７")]
    [TestCase("810000000017-")]
    [TestCase("-000000000000")]
    [TestCase("810000000017-0000000000000")]
    [TestCase("810000000017- 00000000000")]
    [TestCase("810000000017-+00000000000")]
    [TestCase("810000000017-00000000000000000")]
    [TestCase("810000000018")]
    [TestCase("310000000000012")]
    [TestCase("1750000034")]
    [TestCase("275000001A")]
    [TestCase("\0")]
    public async Task Read_BadId_IsNotFound(string id)
    {
        foreach (var type in Enum.GetValues<ServedType>())
        {
            var read = await _rig.ReadAsync(type, id);
            Assert.That((read.Status, string.Join(',', read.Issues)), Is.EqualTo((404, "not-found")), $"{type}/{id}");
        }
    }

    [Test]
    public async Task Read_IdOfAnotherType_IsNotFound()
    {
        var (practitioner, association) = (_rig.PlaceIds(Some.Owner)[0], _rig.PlaceIds(ReadRig.Association)[0]);

        Assert.That((await _rig.ReadAsync(ServedType.Location, practitioner)).Status, Is.EqualTo(404));
        Assert.That((await _rig.ReadAsync(ServedType.PractitionerRole, association)).Status, Is.EqualTo(404));
        Assert.That((await _rig.ReadAsync(ServedType.Organization, Some.Owner.ToString())).Status, Is.EqualTo(404));
        Assert.That((await _rig.ReadAsync(ServedType.Practitioner, ReadRig.Association.ToString())).Status, Is.EqualTo(404));
        Assert.That((await _rig.ReadAsync(ServedType.Location, "place-" + practitioner.Split('-')[1])).Status, Is.EqualTo(404), "contained");
    }

    private async Task ShouldFindAsync(int slot, int schedule, int role, int practitioner)
    {
        var place = _rig.PlaceIds(Some.Owner)[0];
        (ServedType Type, string Id)[] asked =
            [(ServedType.Slot, _rig.SlotIds(Some.Owner)[0]), (ServedType.Schedule, place), (ServedType.PractitionerRole, place), (ServedType.Practitioner, Some.Owner.ToString())];
        var found = new List<int>();
        foreach (var (type, id) in asked)
        {
            found.Add((await _rig.ReadAsync(type, id)).Status == 200 ? 1 : 0);
        }

        Assert.That(found, Is.EqualTo(new[] { slot, schedule, role, practitioner }));
    }

    private static bool IsOfBoth(System.Text.Json.JsonElement resource) =>
        resource.TryGetProperty("meta", out var meta)
        && meta.GetProperty("profile")[0].GetString() == ProfileUrls.SlotCpts
        && meta.GetProperty("security").EnumerateArray().Any(static coding => coding.GetProperty("code").GetString() != SlotTypeCodes.Cpts);

    private async Task<string> AsIndividualAsync(string url) =>
        (await _rig.SearchAsync(SlotFlow.Individual)).Json.GetProperty("entry").EnumerateArray()
            .Single(entry => entry.GetProperty("fullUrl").GetString() == url).GetProperty("resource").GetRawText();

    private async Task<string?> ProfileAsync(string slot) =>
        (await _rig.ReadAsync(ServedType.Slot, slot)).Json.GetProperty("meta").GetProperty("profile").EnumerateArray().Single().GetString();
}
