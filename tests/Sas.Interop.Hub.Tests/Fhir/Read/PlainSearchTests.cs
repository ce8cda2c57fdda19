using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Fhir.Read;
using Sas.Interop.Hub.Tests.Availability;

namespace Sas.Interop.Hub.Tests.Fhir.Read;

internal sealed class PlainSearchTests
{
    private const string One = "810000000017";
    private const string Two = "810000000025";
    private const string Siret = "310000000000011";
    private const string Finess = "1750000018";
    private ReadRig _rig = new();

    [SetUp]
    public void Begin() => _rig = new ReadRig();

    [TearDown]
    public void Dispose() => _rig.Dispose();

    // {0} and {1} are the two places of the practitioner, {2} the one of the association.
    [TestCase("Practitioner?identifier=urn:oid:1.2.250.1.71.4.2.1%7C" + One, "Practitioner/" + One)]
    [TestCase("Practitioner?identifier=10000000025,%20" + One, "Practitioner/" + Two, "Practitioner/" + One)]
    [TestCase("Practitioner?identifier=" + One + "," + One, "Practitioner/" + One)]
    [TestCase("Practitioner?identifier=urn:oid:9.9%7C" + One)]
    [TestCase("Practitioner?identifier=" + One + "," + Two + "&_id=" + Two, "Practitioner/" + Two)]
    [TestCase("Practitioner?_id=" + One + ",nobody", "Practitioner/" + One)]
    [TestCase("Practitioner?_id=" + Siret)]
    [TestCase("Practitioner?_id=" + One + "&_revinclude=PractitionerRole:practitioner", "Practitioner/" + One, "+PractitionerRole/{0}", "+PractitionerRole/{1}")]
    [TestCase("Practitioner?_id=" + One + "&_revinclude=Schedule:actor", "Practitioner/" + One, "+Schedule/{0}", "+Schedule/{1}")]
    [TestCase("PractitionerRole?practitioner=Practitioner/" + One, "PractitionerRole/{0}", "PractitionerRole/{1}")]
    [TestCase("PractitionerRole?practitioner=http://elsewhere.example/fhir/Practitioner/" + One, "PractitionerRole/{0}", "PractitionerRole/{1}")]
    [TestCase("PractitionerRole?practitioner:Practitioner=" + One, "PractitionerRole/{0}", "PractitionerRole/{1}")]
    [TestCase("PractitionerRole?practitioner=Patient/" + One)]
    [TestCase("PractitionerRole?practitioner=NoPractitioner/" + One)]
    [TestCase("PractitionerRole?practitioner.identifier=" + One, "PractitionerRole/{0}", "PractitionerRole/{1}")]
    [TestCase("PractitionerRole?practitioner:Practitioner.identifier=" + One + "&_id={1}", "PractitionerRole/{1}")]
    [TestCase("PractitionerRole?practitioner=" + Two)]
    [TestCase("PractitionerRole?_id={0}&_include=PractitionerRole:practitioner&_revinclude=Schedule:actor", "PractitionerRole/{0}", "+Practitioner/" + One, "+Schedule/{0}")]
    [TestCase("Schedule?actor=Practitioner/" + One, "Schedule/{0}", "Schedule/{1}")]
    [TestCase("Schedule?actor=PractitionerRole/{1}", "Schedule/{1}")]
    [TestCase("Schedule?actor=Location/{2}", "Schedule/{2}")]
    [TestCase("Schedule?actor=Location/{1}")]
    [TestCase("Schedule?actor={2},Practitioner/" + One, "Schedule/{2}", "Schedule/{0}", "Schedule/{1}")]
    [TestCase("Schedule?actor:Practitioner=" + One, "Schedule/{0}", "Schedule/{1}")]
    [TestCase("Schedule?actor:PractitionerRole=" + One)]
    [TestCase("Schedule?ACTOR:practitioner.identifier=" + One, "Schedule/{0}", "Schedule/{1}")]
    [TestCase("Schedule?_id={0},{2}", "Schedule/{0}", "Schedule/{2}")]
    [TestCase("Schedule?_id={0}&_include=Schedule:actor", "Schedule/{0}", "+Practitioner/" + One, "+PractitionerRole/{0}")]
    [TestCase("Schedule?actor=" + One + "&_include=Schedule:actor:Practitioner", "Schedule/{0}", "Schedule/{1}", "+Practitioner/" + One)]
    [TestCase("Schedule?_id={2}&_include:iterate=Location:organization&_include=Schedule:actor", "Schedule/{2}", "+Location/{2}", "+Organization/" + Siret)]
    [TestCase("Location?organization=Organization/" + Siret, "Location/{2}")]
    [TestCase("Location?organization.identifier=10000000000011", "Location/{2}")]
    [TestCase("Location?organization=" + Finess)]
    [TestCase("Location?_id={2}&_include=Location:organization", "Location/{2}", "+Organization/" + Siret)]
    [TestCase("Location?_id={0}")]
    [TestCase("Organization?identifier=urn:oid:1.2.250.1.71.4.2.2%7C" + Siret + "," + Finess, "Organization/" + Siret, "Organization/" + Finess)]
    [TestCase("Organization?identifier=750000026", "Organization/1750000026")]
    [TestCase("Organization?_id=" + Siret + "&_revinclude=Location:organization", "Organization/" + Siret, "+Location/{2}")]
    [TestCase("Organization?_id=" + Finess + "&_revinclude=HealthcareService:organization", "Organization/" + Finess, "+HealthcareService/" + Finess)]
    [TestCase("HealthcareService?organization=Organization/" + Finess, "HealthcareService/" + Finess)]
    [TestCase("HealthcareService?_id=" + Finess + "&_include=HealthcareService:organization", "HealthcareService/" + Finess, "+Organization/" + Finess)]
    [TestCase("HealthcareService?organization=" + Siret)]
    public async Task Find_Criteria_GiveTheseEntries(string search, params string[] expected)
    {
        var found = await _rig.FindAsync(Filled(search));

        Assert.That(found.Status, Is.EqualTo(200));
        Assert.That(found.Entries, Is.EqualTo(expected.Select(Filled)));
        Assert.That(found.Total, Is.EqualTo(expected.Count(static entry => !entry.StartsWith('+'))));
        Assert.That(found.Json.TryGetProperty("entry", out _), Is.EqualTo(expected.Length > 0));
        Assert.That(found.Json.GetProperty("link")[0].GetProperty("url").GetString(), Is.EqualTo($"{ReadRig.Base}/{Filled(search)}"));
    }

    [Test]
    public async Task Find_AnyEntry_HasTheBytesOfItsRead()
    {
        foreach (var search in new[] { "Schedule?_id={0},{2}&_include=Schedule:actor,Location:organization", $"Practitioner?_id={Two}", $"HealthcareService?_id={Finess}&_include=HealthcareService:organization" })
        {
            foreach (var entry in (await _rig.FindAsync(Filled(search))).Json.GetProperty("entry").EnumerateArray())
            {
                var url = entry.GetProperty("fullUrl").GetString()?.Split('/') ?? [];
                Assert.That((await _rig.ReadAsync(Enum.Parse<ServedType>(url[^2]), url[^1])).Body, Is.EqualTo(entry.GetProperty("resource").GetRawText()));
            }
        }
    }

    [TestCase("Practitioner?", "required http.identifier")]
    [TestCase("PractitionerRole?_count=1", "required http.practitioner")]
    [TestCase("Location?_include=Location:organization", "required http.organization")]
    [TestCase("Practitioner?identifier=", "value http.identifier")]
    [TestCase("Practitioner?identifier=" + One + ",", "value http.identifier")]
    [TestCase("Practitioner?identifier=urn:oid:1.2.250.1.71.4.2.1%7C", "value http.identifier")]
    [TestCase("Organization?identifier=%7C", "value http.identifier")]
    [TestCase("Practitioner?_id=a/b", "value http._id")]
    [TestCase("Practitioner?_id=a%00", "invalid http._id")]
    [TestCase("PractitionerRole?practitioner=Practitioner/", "value http.practitioner")]
    [TestCase("Schedule?actor:Practitioner=*", "value http.actor:Practitioner")]
    [TestCase("Practitioner?_id=" + One + "&_count=-1", "value http._count")]
    [TestCase("Practitioner?_id=" + One + "&_offset=x", "value http._offset")]
    [TestCase("Practitioner?_count=x&identifier=", "value http._count", "value http.identifier")]
    [TestCase("Practitioner?_id=%ZZ", "invalid http._id")]
    public async Task Find_Faulty_NamesTheParameter(string search, params string[] issues)
    {
        var found = await _rig.FindAsync(search);

        Assert.That(found.Status, Is.EqualTo(400));
        Assert.That(found.Issues, Is.EqualTo(issues));
    }

    [Test]
    public async Task Find_UnknownParameter_MattersWhenStrict()
    {
        const string search = "Practitioner?_id=" + One + "&name=martin&_format=json&_pretty=true";

        Assert.That((await _rig.FindAsync(search)).Total, Is.EqualTo(1));
        Assert.That((await _rig.FindAsync(search, ("Prefer", "handling=strict"))).Issues, Is.EqualTo(new[] { "not-supported http.name" }));
    }

    [Test]
    public async Task Find_TooMuch_IsRefused()
    {
        var values = string.Join(',', Enumerable.Repeat(One, 600));

        Assert.That((await _rig.FindAsync($"Practitioner?identifier={values}")).Total, Is.EqualTo(1));
        Assert.That((await _rig.FindAsync($"Practitioner?identifier={values}&_id={values}")).Issues, Is.EqualTo(new[] { "too-costly http._id" }));
        Assert.That((await _rig.FindAsync("Practitioner?" + string.Concat(Enumerable.Repeat("a=1&", 201)))).Issues, Does.Contain("too-costly http.(query)"));
        Assert.That((await _rig.FindAsync("Practitioner?identifier=" + new string('8', 300))).Issues, Is.EqualTo(new[] { "value http.identifier" }));
    }

    [Test]
    public async Task Find_Pages_HoldEveryMatchOnce()
    {
        var first = await _rig.FindAsync($"Schedule?actor={One}&_count=1&_include=Schedule:actor");
        var links = first.Json.GetProperty("link").EnumerateArray().ToDictionary(static link => link.GetProperty("relation").GetString() ?? string.Empty, static link => link.GetProperty("url").GetString());
        var second = await _rig.FindAsync(links["next"]?[(ReadRig.Base.Length + 1)..] ?? string.Empty);

        Assert.That(first.Entries, Is.EqualTo(new[] { "Schedule/" + Place(0), "+Practitioner/" + One, "+PractitionerRole/" + Place(0) }));
        Assert.That(second.Entries, Is.EqualTo(new[] { "Schedule/" + Place(1), "+Practitioner/" + One, "+PractitionerRole/" + Place(1) }));
        Assert.That((first.Total, second.Total, second.Json.GetProperty("link").GetArrayLength()), Is.EqualTo((2, 2, 1)));
    }

    [TestCase("_count=0")]
    [TestCase("_summary=count")]
    public async Task Find_NumberOnly_HasNoEntry(string wish)
    {
        var found = await _rig.FindAsync($"Schedule?actor={One}&{wish}&_include=Schedule:actor");

        Assert.That((found.Total, found.Json.TryGetProperty("entry", out _)), Is.EqualTo((2, false)));
        Assert.That(found.Json.GetProperty("link").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task Find_ByForm_IsTheSameSearch()
    {
        var found = await _rig.PostAsync(ServedType.Schedule, $"actor={One}&_include=Schedule:actor:Practitioner");

        Assert.That(found.Entries, Is.EqualTo(new[] { "Schedule/" + Place(0), "Schedule/" + Place(1), "+Practitioner/" + One }));
        Assert.That(found.Json.GetProperty("link")[0].GetProperty("url").GetString(), Is.EqualTo($"{ReadRig.Base}/Schedule?actor={One}&_include=Schedule:actor:Practitioner"));
    }

    [TestCase("Schedule?", "_has:Slot:schedule:start")]
    [TestCase("Schedule?start=ge2026-03-02&status=free", "actor:Location.organization.identifier")]
    [TestCase("Schedule?_id=x&_has:Slot:schedule:status=busy&_count=x", "_count")]
    [TestCase("Schedule?actor=x&actor:Location.organization.identifier=" + Siret, "_has:Slot:schedule:start")]
    public async Task Find_SchedulesOfAssociations_StayWithTheContract(string search, string named)
    {
        var found = await _rig.FindAsync(search);

        Assert.That(found.Status, Is.EqualTo(400));
        Assert.That(found.Issues.Select(static issue => issue.Split(' ')[1]), Does.Contain("http." + named));
    }

    [Test]
    public async Task Find_NothingChanged_Answers304()
    {
        var search = $"Schedule?actor={One}";
        var first = await _rig.FindAsync(search);
        var tag = ("If-None-Match", first.Headers.ETag.ToString());
        _rig.Clock.Advance(TimeSpan.FromMinutes(5));
        _rig.Apply(ReadRig.Agenda());
        Assert.That((await _rig.FindAsync(search, tag)).Status, Is.EqualTo(304));

        _rig.Preferences.Set(Some.Owner, new OwnerPreference { RefusesSlots = true });
        Assert.That((await _rig.FindAsync(search, tag)).Total, Is.Zero);
    }

    [Test]
    public async Task Slots_OfAnAssociation_AreNotOfIntR01()
    {
        Assert.That((await _rig.FindAsync($"Slot?_id={_rig.SlotIds(ReadRig.Association)[0]}")).Total, Is.Zero);
        Assert.That((await _rig.FindAsync($"Slot?schedule=Schedule/{Place(2)}")).Total, Is.Zero);
        Assert.That((await _rig.FindAsync($"Slot?_id={_rig.SlotIds(Some.Owner)[0]}")).Total, Is.EqualTo(1));
    }

    private string Place(int number) => number < 2 ? _rig.PlaceIds(Some.Owner)[number] : _rig.PlaceIds(ReadRig.Association)[0];

    private string Filled(string text) =>
        text.Replace("{0}", Place(0), StringComparison.Ordinal).Replace("{1}", Place(1), StringComparison.Ordinal).Replace("{2}", Place(2), StringComparison.Ordinal);
}
