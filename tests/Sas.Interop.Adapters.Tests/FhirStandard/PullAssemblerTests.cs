using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;

namespace Sas.Interop.Adapters.Tests.FhirStandard;

[TestFixture]
[Parallelizable]
internal sealed class PullAssemblerTests
{
    [Test]
    public async Task PullAsync_PractitionerAtOnePlace_IsRead()
    {
        var snapshot = await FhirPulls.SnapshotAsync(FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda()]));

        Assert.That(snapshot.Coverage, Is.EqualTo(new Coverage(FhirSamples.Owner, null, FhirSamples.Window, true)));
        Assert.That(snapshot.Owner?.Family, Is.EqualTo("MARTIGNAC"));
        Assert.That(snapshot.Owner?.Given, Is.EqualTo(new[] { "Zélie" }));
        Assert.That(snapshot.Schedules.Single().Place, Is.EqualTo(new PlaceDetails
        {
            Key = "acme:https://vendor.example/lieux|12",
            StructureId = "1999000123",
            IdentifierSystem = "https://vendor.example/lieux",
            IdentifierValue = "12",
            Line = "12 rue des Essais",
            City = "AGEN",
            PostalCode = "47000",
            Phone = "+33199001122",
        }));
        var slot = FhirPulls.Slots(snapshot).Single();
        Assert.That((slot.Start, slot.End, slot.VendorKey, slot.EndEstimated), Is.EqualTo((FhirSamples.Now.AddHours(3), FhirSamples.Now.AddHours(3).AddMinutes(20), "a", false)));
        Assert.That(snapshot.Tally, Is.EqualTo(SnapshotTally.None));
    }

    [Test]
    public async Task PullAsync_Association_IsReadFromItsLocation()
    {
        var snapshot = await FhirPulls.SnapshotAsync(FhirSamples.Searchset([.. FhirSamples.SosAgenda(), FhirSamples.Slot("a", "sos1", 3, "SNP", "PRO")]), FhirSamples.SosOwner);

        Assert.That(snapshot.Coverage.Owner, Is.EqualTo(FhirSamples.SosOwner));
        Assert.That((snapshot.Owner?.Family, snapshot.Owner?.Phone), Is.EqualTo(("SOS Médecins d'essai", "+33199003355")));
        var place = snapshot.Schedules.Single().Place;
        Assert.That((place.Key, place.Name, place.Phone, place.StructureId), Is.EqualTo(("acme:https://vendor.example|l1", "Point fixe Nord", "+33199003344", (string?)null)));
        Assert.That(FhirPulls.Slots(snapshot).Single().Kind.Types, Is.EqualTo(SlotTypes.Snp), "D15: PRO has no part in SOS Médecins.");
    }

    [Test]
    public async Task PullAsync_AssociationSlotForProfessionalsOnly_IsReserved()
    {
        var snapshot = await FhirPulls.SnapshotAsync(FhirSamples.Searchset([.. FhirSamples.SosAgenda(), FhirSamples.Slot("a", "sos1", 3, "PRO")]), FhirSamples.SosOwner);

        Assert.That(FhirPulls.Slots(snapshot), Is.Empty);
        Assert.That(snapshot.Tally.Reserved, Is.EqualTo(1));
    }

    [Test]
    public async Task PullAsync_TwoPlacesTwoPractitioners_EachSlotLandsWhereItBelongs()
    {
        var json = FhirSamples.Searchset(
            FhirSamples.Slot("a", "s1"),
            FhirSamples.Slot("b", "s2"),
            FhirSamples.Slot("c", "s3"),
            FhirSamples.Schedule("s1", "Practitioner/p1", "PractitionerRole/r1"),
            FhirSamples.Schedule("s2", "PractitionerRole/r2", "Practitioner/p1"),
            FhirSamples.Schedule("s3", "Practitioner/p2", "PractitionerRole/r3"),
            FhirSamples.Practitioner("p1", FhirSamples.Rpps),
            FhirSamples.Practitioner("p2", FhirSamples.OtherRpps),
            FhirSamples.Role("r1", "p1", "1"),
            FhirSamples.Role("r2", "p1", "2"),
            FhirSamples.Role("r3", "p2", "1"));

        var results = await FhirPulls.PullAsync(json, FhirSamples.Owner, FhirSamples.OtherOwner);

        Assert.That(results.SelectMany(static result => (result.Outcome.Value?.Schedules ?? []).Select(schedule => $"{result.Target.Owner} {schedule.Place.IdentifierValue} {schedule.Slots.Single().VendorKey}")), Is.EquivalentTo(new[]
        {
            $"{FhirSamples.Rpps} 1 a", $"{FhirSamples.Rpps} 2 b", $"{FhirSamples.OtherRpps} 1 c",
        }));
    }

    [TestCase("810099900011")]
    [TestCase("10099900011")]
    [TestCase(" 10099900011 ")]
    public async Task PullAsync_PractitionerIdWithOrWithoutPrefix_IsTheSameOwner(string national) =>
        Assert.That(FhirPulls.Slots(await FhirPulls.SnapshotAsync(FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda(national)]))), Has.Count.EqualTo(1));

    [TestCase(null, null, TestName = "neither system nor type")]
    [TestCase("IDNPS", null, TestName = "type alone")]
    [TestCase("IDNPS", "urn:oid:1.2.250.1.71.4.2.2", TestName = "type with the wrong authority (D24)")]
    [TestCase(null, "urn:oid:1.2.250.1.71.4.2.1", TestName = "system alone")]
    public async Task PullAsync_IncompleteIdentifier_IsUnderstood(string? type, string? system)
    {
        var practitioner = FhirSamples.Practitioner("p1", FhirSamples.Rpps) with { Identifier = [FhirSamples.Identifier(type, system, FhirSamples.Rpps)] };

        var snapshot = await FhirPulls.SnapshotAsync(FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), FhirSamples.Agenda()[0], practitioner, FhirSamples.Agenda()[2]]));

        Assert.That(FhirPulls.Slots(snapshot), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task PullAsync_InternalIdentifierBesideTheNationalOne_IsPassedOver()
    {
        var practitioner = FhirSamples.Practitioner("p1", FhirSamples.Rpps);
        practitioner = practitioner with { Identifier = [FhirSamples.Identifier("INTRN", "https://vendor.example", "10099900099"), .. practitioner.Identifier ?? []] };

        var snapshot = await FhirPulls.SnapshotAsync(FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), FhirSamples.Agenda()[0], practitioner, FhirSamples.Agenda()[2]]));

        Assert.That(FhirPulls.Slots(snapshot), Has.Count.EqualTo(1));
    }

    [TestCase("1999000123", "1999000123", TestName = "FINESS with prefix")]
    [TestCase("999000123", "1999000123", TestName = "FINESS without prefix")]
    [TestCase("399900011100017", "399900011100017", TestName = "SIRET with prefix")]
    [TestCase("99900011100017", "399900011100017", TestName = "SIRET without prefix")]
    [TestCase("499990000123", "499990000123", TestName = "RPPS rang")]
    [TestCase("cabinet", null, TestName = "no national identifier")]
    public async Task PullAsync_StructureValueAlone_TellsItsKind(string value, string? expected)
    {
        var role = FhirSamples.Role("r1", "p1", "12", null) with { Organization = new Reference { Identifier = new Identifier { Value = value } } };

        var snapshot = await FhirPulls.SnapshotAsync(FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda().Take(2), role]));

        Assert.That(snapshot.Schedules.Single().Place.StructureId, Is.EqualTo(expected));
    }

    [Test]
    public async Task PullAsync_LocationWithoutIdentifier_IsKeyedByStructureAndAddress()
    {
        var role = FhirSamples.Role("r1", "p1");
        role = role with { Contained = [new Location { Id = "lieu", Address = new Address { Line = ["3 rue A", "bât. B"], City = "Agen", PostalCode = "47000" } }] };

        var snapshot = await FhirPulls.SnapshotAsync(FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda().Take(2), role]));

        Assert.That(snapshot.Schedules.Single().Place.Key, Is.EqualTo("acme:1999000123|47000|AGEN|3 RUE A BÂT. B"));
    }

    [Test]
    public async Task PullAsync_LocationThatTellsNothing_IsKeyedByItsSchedule()
    {
        var role = FhirSamples.Role("r1", "p1", "12", null) with { Contained = [new Location { Id = "lieu", Name = "Cabinet" }] };

        var snapshot = await FhirPulls.SnapshotAsync(FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda().Take(2), role]));

        Assert.That(snapshot.Schedules.Single().Place.Key, Is.EqualTo("acme:Schedule/s1"));
    }

    [Test]
    public async Task PullAsync_EndlessPlaceIdentifier_GivesABoundedKey()
    {
        var one = await KeyOfAsync(new string('x', 5000));
        var other = await KeyOfAsync(new string('x', 4999) + "y");

        Assert.That(one, Has.Length.LessThanOrEqualTo(160).And.Not.EqualTo(other));
    }

    [Test]
    public async Task PullAsync_UnknownOwners_AreCompleteAndEmpty()
    {
        var results = await FhirPulls.PullAsync("""{"resourceType":"Bundle","type":"searchset","total":0}""", FhirSamples.Owner, FhirSamples.OtherOwner);

        Assert.That(results.Select(static result => (result.Outcome.Value?.Coverage.Complete, result.Outcome.Value?.Schedules.Count)), Is.EqualTo(new[] { ((bool?)true, (int?)0), (true, 0) }));
    }

    [Test]
    public async Task PullAsync_SlotsOfSomebodyElse_AreOrphans()
    {
        var snapshot = await FhirPulls.SnapshotAsync(FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda(FhirSamples.OtherRpps)]));

        Assert.That(FhirPulls.Slots(snapshot), Is.Empty);
        Assert.That(snapshot.Tally, Is.EqualTo(new SnapshotTally(0, 0, 0, 1)));
        Assert.That(snapshot.Owner, Is.Null);
    }

    [TestCase("Schedule")]
    [TestCase("Practitioner")]
    [TestCase("PractitionerRole")]
    public async Task PullAsync_MissingResource_MakesOrphans(string missing)
    {
        var snapshot = await FhirPulls.SnapshotAsync(FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda().Where(resource => resource.TypeName != missing)]));

        Assert.That((FhirPulls.Slots(snapshot).Count, snapshot.Tally.Orphans), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task PullAsync_RoleOfAnotherPractitioner_MakesOrphans()
    {
        var json = FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda().Take(2), FhirSamples.Practitioner("p2", FhirSamples.OtherRpps), FhirSamples.Role("r1", "p2")]);

        Assert.That((await FhirPulls.SnapshotAsync(json)).Tally.Orphans, Is.EqualTo(1));
    }

    [Test]
    public async Task PullAsync_RoleThatNamesNoPractitioner_IsOfTheSchedules()
    {
        var role = FhirSamples.Role("r1", "p1") with { Practitioner = null };

        Assert.That(FhirPulls.Slots(await FhirPulls.SnapshotAsync(FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda().Take(2), role]))), Has.Count.EqualTo(1), "D44");
    }

    [Test]
    public async Task PullAsync_ExtraActors_ArePassedOver()
    {
        var schedule = FhirSamples.Schedule("s1", "Device/d1", "Practitioner/p1", "HealthcareService/h1", "PractitionerRole/r1", "Location/l1");

        Assert.That(FhirPulls.Slots(await FhirPulls.SnapshotAsync(FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), schedule, .. FhirSamples.Agenda().Skip(1)]))), Has.Count.EqualTo(1), "D43");
    }

    [Test]
    public async Task PullAsync_SlotsThatCannotBeServed_AreCounted()
    {
        var start = new FhirInstant(FhirSamples.Now.AddHours(4));
        var json = FhirSamples.Searchset(
        [
            .. FhirSamples.Agenda(),
            FhirSamples.Slot("ok", "s1"),
            FhirSamples.Slot("busy", "s1", 4) with { Status = "busy" },
            FhirSamples.Slot("private", "s1", 5, "PRIVATE"),
            FhirSamples.Slot("unknown", "s1", 6) with { Meta = null },
            FhirSamples.Slot("no-start", "s1") with { Start = null },
            FhirSamples.Slot("no-end", "s1") with { End = null },
            FhirSamples.Slot("no-status", "s1") with { Status = null },
            FhirSamples.Slot("backwards", "s1") with { Start = start, End = start },
            FhirSamples.Slot("lost", "nowhere"),
            FhirSamples.Slot("ok", "s1"),
            FhirSamples.Slot("same-under-another-id", "s1"),
        ]);

        var snapshot = await FhirPulls.SnapshotAsync(json);

        Assert.That(FhirPulls.Slots(snapshot).Select(static slot => slot.VendorKey), Is.EqualTo(new[] { "ok" }));
        Assert.That(snapshot.Tally, Is.EqualTo(new SnapshotTally(Reserved: 3, Unreadable: 4, Duplicates: 2, Orphans: 1)));
    }

    [Test]
    public async Task PullAsync_TwoSlotsAtOneTimeWithDifferentReasons_AreTwo()
    {
        var other = FhirSamples.Slot("b", "s1") with { ServiceType = [new CodeableConcept { Text = "Bilan" }] };

        Assert.That(FhirPulls.Slots(await FhirPulls.SnapshotAsync(FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), other, .. FhirSamples.Agenda()]))), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task PullAsync_WindowEnds_AreInclusive()
    {
        var json = FhirSamples.Searchset([.. FhirSamples.Agenda(), FhirSamples.Slot("first", "s1", 0), FhirSamples.Slot("last", "s1", 96), FhirSamples.Slot("before", "s1", -0.01), FhirSamples.Slot("after", "s1", 96.01)]);

        var snapshot = await FhirPulls.SnapshotAsync(json);

        Assert.That(FhirPulls.Slots(snapshot).Select(static slot => slot.VendorKey), Is.EqualTo(new[] { "first", "last" }));
        Assert.That(snapshot.Tally, Is.EqualTo(SnapshotTally.None));
    }

    [Test]
    public async Task PullAsync_OffsetThatIsNotTheFrenchOne_IsTakenLiterally()
    {
        var start = FhirInstant.Parse("2026-03-02T09:00:00-03:00");
        var slot = FhirSamples.Slot("a", "s1") with { Start = start, End = new FhirInstant(start.Value.AddMinutes(15)) };

        var read = FhirPulls.Slots(await FhirPulls.SnapshotAsync(FhirSamples.Searchset([slot, .. FhirSamples.Agenda()]))).Single();

        Assert.That(read.Start.UtcDateTime, Is.EqualTo(new DateTime(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc)), "D13");
    }

    [Test]
    public async Task PullAsync_WrongTypeInASlot_IsUnreadableAndTheRestIsRead()
    {
        var json = FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), FhirSamples.Slot("b", "s1", 4), .. FhirSamples.Agenda()]);
        var broken = ReplaceFirst(json, "\"status\":\"free\"", "\"status\":7");

        var snapshot = await FhirPulls.SnapshotAsync(broken);

        Assert.That((FhirPulls.Slots(snapshot).Count, snapshot.Tally.Unreadable, snapshot.Coverage.Complete), Is.EqualTo((1, 1, true)));
    }

    [TestCase("\"actor\":[", "\"actor\":[4,")]
    [TestCase("\"family\":\"MARTIGNAC\"", "\"family\":{}")]
    [TestCase("\"city\":\"AGEN\"", "\"city\":7")]
    public async Task PullAsync_WrongTypeInWhatASlotLeadsTo_MakesOrphans(string sound, string broken)
    {
        var snapshot = await FhirPulls.SnapshotAsync(ReplaceFirst(FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda()]), sound, broken));

        Assert.That((FhirPulls.Slots(snapshot).Count, snapshot.Tally.Orphans), Is.EqualTo((0, 1)));
    }

    [TestCase("""{"resourceType":"Bundle","type":"searchset","total":"many"}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"resourceType":"Bundle","type":"searchset","entry":{}}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"resourceType":"Bundle","type":"searchset","entry":[{,}]}""", HubErrorCode.VendorMalformed)]
    [TestCase("""{"resourceType":"Bundle","type":"searchset","entry":{"resource":{"resourceType":"Slot","id":"a"}}}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"resourceType":"Bundle","type":"searchset","entry":"none"}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"resourceType":"Bundle","entry":[""", HubErrorCode.VendorTruncated)]
    [TestCase("""{"resourceType":"Slot"}""", HubErrorCode.VendorMalformed)]
    [TestCase("""{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"exception"}]}""", HubErrorCode.VendorFailed)]
    [TestCase("""{"issue":[{"severity":"error","code":"exception"}],"resourceType":"OperationOutcome"}""", HubErrorCode.VendorFailed)]
    [TestCase("[]", HubErrorCode.VendorMalformed)]
    public async Task PullAsync_FaultOfTheBundle_FailsEveryTarget(string body, HubErrorCode expected)
    {
        var results = await FhirPulls.PullAsync(body, FhirSamples.Owner, FhirSamples.OtherOwner);

        Assert.That(results.Select(static result => result.Outcome.Error?.Code), Is.EqualTo(new HubErrorCode?[] { expected, expected }));
    }

    [Test]
    public async Task PullAsync_NestingWithoutEnd_IsTooLarge()
    {
        var body = """{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Slot","extension":""" + new string('[', 400) + new string(']', 400) + "}}]}";

        Assert.That((await FhirPulls.PullAsync(body)).Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorTooLarge));
    }

    [TestCase("error", false)]
    [TestCase("fatal", false)]
    [TestCase("warning", true)]
    [TestCase("information", true)]
    public async Task PullAsync_OutcomeEntry_MakesTheCoverageIncompleteWhenSomethingFailed(string severity, bool complete)
    {
        var outcome = new OperationOutcome { Id = "oo", Issue = [new OperationOutcomeIssue { Severity = severity, Code = "incomplete" }] };

        var results = await FhirPulls.PullAsync(FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda(), outcome]));

        Assert.That(results[0].Outcome.Value?.Coverage.Complete, Is.EqualTo(complete));
        Assert.That(FhirPulls.Slots(results[0].Outcome.Value), Has.Count.EqualTo(1));
        Assert.That(results.Skip(1).Select(static result => result.Outcome.Error?.Code), Is.EqualTo(complete ? [] : new HubErrorCode?[] { HubErrorCode.VendorFailed }));
    }

    [Test]
    public async Task PullAsync_BundleThatTellsItsTime_PassesItOn()
    {
        var bundle = FhirSamples.Bundle("searchset", []) with { Meta = new Meta { LastUpdated = new FhirInstant(FhirSamples.Now.AddMinutes(-7)) } };

        Assert.That((await FhirPulls.SnapshotAsync(FhirSamples.Json(bundle))).DataTime, Is.EqualTo(FhirSamples.Now.AddMinutes(-7)));
    }

    [Test]
    public async Task PullAsync_TwoRootsWithTheSameIds_AreNotMixedUp()
    {
        var bundle = FhirSamples.Bundle("searchset", [FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda()]);
        var other = FhirSamples.Bundle("searchset", [FhirSamples.Slot("b", "s1", 4), .. FhirSamples.Agenda(FhirSamples.OtherRpps)]);
        var moved = (other.Entry ?? []).Select(static entry => entry with { FullUrl = entry.FullUrl?.Replace("/fhir/", "/site2/", StringComparison.Ordinal) });

        var results = await FhirPulls.PullAsync(FhirSamples.Json(bundle with { Entry = [.. bundle.Entry ?? [], .. moved] }), FhirSamples.Owner, FhirSamples.OtherOwner);

        Assert.That(results.Select(static result => FhirPulls.Slots(result.Outcome.Value).Single().VendorKey), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public async Task PullAsync_InactiveSchedule_ReservesItsSlots()
    {
        var schedule = FhirSamples.Schedule("s1", "Practitioner/p1", "PractitionerRole/r1") with { Active = false };

        Assert.That((await FhirPulls.SnapshotAsync(FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), schedule, .. FhirSamples.Agenda().Skip(1)]))).Tally.Reserved, Is.EqualTo(1));
    }

    private static async Task<string> KeyOfAsync(string place) =>
        (await FhirPulls.SnapshotAsync(FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda().Take(2), FhirSamples.Role("r1", "p1", place)]))).Schedules.Single().Place.Key;

    private static string ReplaceFirst(string text, string old, string with)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.That(at, Is.GreaterThanOrEqualTo(0), old);
        return string.Concat(text.AsSpan(0, at), with, text.AsSpan(at + old.Length));
    }
}
