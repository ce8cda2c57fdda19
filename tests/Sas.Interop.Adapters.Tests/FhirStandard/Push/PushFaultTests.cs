using Sas.Interop.Adapters.FhirStandard.Push;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.Tests.FhirStandard.Push;

/// <summary>Every fault refuses the whole push and is named by rule and path.</summary>
[TestFixture]
[Parallelizable]
internal sealed class PushFaultTests
{
    private static IEnumerable<TestCaseData> Faults()
    {
        yield return Case("slot without start", PushRules.Required, "Bundle.entry[3].resource.start", FhirSamples.Slot("x", "s1") with { Start = null });
        yield return Case("slot without end", PushRules.Required, "Bundle.entry[3].resource.end", FhirSamples.Slot("x", "s1") with { End = null });
        yield return Case("slot without status", PushRules.Required, "Bundle.entry[3].resource.status", FhirSamples.Slot("x", "s1") with { Status = null });
        yield return Case("slot without schedule", PushRules.Required, "Bundle.entry[3].resource.schedule", FhirSamples.Slot("x", "s1") with { Schedule = null });
        yield return Case("slot that ends before it starts", PushRules.Value, "Bundle.entry[3].resource.end", FhirSamples.Slot("x", "s1") with { End = new FhirInstant(FhirSamples.Now) });
        yield return Case("slot of an unknown schedule", PushRules.Reference, "Bundle.entry[3].resource.schedule", FhirSamples.Slot("x", "s2"));
        yield return Case("slot of a schedule that is none", PushRules.Reference, "Bundle.entry[3].resource.schedule", FhirSamples.Slot("x", "s1") with { Schedule = FhirSamples.To("Practitioner/p1") });
        yield return Case("slot of an unknown community", PushRules.Reference, "Bundle.entry[3].resource.serviceType", FhirSamples.Slot("x", "s1", 3, "CPTS") with { ServiceType = [FhirSamples.Community("h1")] });
        yield return Case("schedule without actors", PushRules.Required, "Bundle.entry[3].resource.actor", new Schedule { Id = "s9" });
        yield return Case("schedule of unknown actors", PushRules.Reference, "Bundle.entry[3].resource.actor", FhirSamples.Schedule("s9", "Practitioner/p9", "PractitionerRole/r9"));
        yield return Case("schedule of a practitioner without place", PushRules.Required, "Bundle.entry[3].resource.actor", FhirSamples.Schedule("s9", "Practitioner/p1"));
        yield return Case("schedule of an unknown practitioner", PushRules.Reference, "Bundle.entry[4].resource.practitioner", FhirSamples.Schedule("s9", "PractitionerRole/r9"), FhirSamples.Role("r9", "p9"));
        yield return Case("schedule and role of two practitioners", PushRules.Value, "Bundle.entry[3].resource.actor", FhirSamples.Schedule("s9", "Practitioner/p9", "PractitionerRole/r1"), FhirSamples.Practitioner("p9", FhirSamples.OtherRpps));
        yield return Case("role with a location that is not contained", PushRules.Reference, "Bundle.entry[4].resource.location", FhirSamples.Schedule("s9", "Practitioner/p1", "PractitionerRole/r9"), FhirSamples.Role("r9", "p1") with { Location = [FhirSamples.To("#autre")] });
        yield return Case("practitioner without national identifier", PushRules.Value, "Bundle.entry[4].resource.identifier", FhirSamples.Schedule("s9", "PractitionerRole/r9"), FhirSamples.Practitioner("p9", "12"), FhirSamples.Role("r9", "p9"));
        yield return Case("association without SIRET", PushRules.Value, "Bundle.entry[5].resource.identifier", FhirSamples.Schedule("s9", "Location/l1"), FhirSamples.SosLocation("l1", "o1"), FhirSamples.Organization("o1", "1999000123"));
        yield return Case("place of an unknown association", PushRules.Reference, "Bundle.entry[4].resource.managingOrganization", FhirSamples.Schedule("s9", "Location/l1"), FhirSamples.SosLocation("l1", "o1"));
        yield return Case("horizon that ends before it starts", PushRules.Value, "Bundle.entry[3].resource.planningHorizon", FhirSamples.Schedule("s9", "Practitioner/p1", "PractitionerRole/r1") with { PlanningHorizon = new Period { Start = FhirDateTime.Parse("2026-05-02"), End = FhirDateTime.Parse("2026-05-01") } });
        yield return Case("one address for two contents", PushRules.Duplicate, "Bundle.entry[3].fullUrl", FhirSamples.Practitioner("p1", FhirSamples.OtherRpps));
        yield return Case("resource that is not of the contract", PushRules.NotSupported, "Bundle.entry[3].resource", new Appointment { Id = "x", Status = "booked" });
        yield return Case("outcome that says that something failed", PushRules.NotSupported, "Bundle.entry[3].resource", new OperationOutcome { Issue = [new OperationOutcomeIssue { Severity = "fatal", Code = "exception" }] });
    }

    [TestCaseSource(nameof(Faults))]
    public async Task ReadAsync_Fault_RefusesAllAndNamesIt(string rule, string path, Resource[] faulty)
    {
        var push = await Pushes.ReadAsync([.. FhirSamples.Agenda(), .. faulty]);

        Assert.That((push.HasErrors, push.Snapshots.Count), Is.EqualTo((true, 0)));
        Assert.That(push.Issues.Where(static issue => issue.IsError).Select(static issue => (issue.Rule, issue.Path)), Is.EqualTo(new[] { (rule, path) }));
    }

    [TestCase("""{"resourceType":"Bundle","type":"batch"}""", PushRules.NotSupported, "Bundle.type")]
    [TestCase("""{"resourceType":"Bundle"}""", PushRules.Required, "Bundle.type")]
    [TestCase("""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:uuid:1"}]}""", PushRules.Required, "Bundle.entry[0].resource")]
    [TestCase("""{"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"DELETE","url":"Slot/a"}}]}""", PushRules.NotSupported, "Bundle.entry[0].request.method")]
    [TestCase("""{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"Practitioner","id":"p1"},"request":{"method":"PUT","url":"Slot/p1"}}]}""", PushRules.NotSupported, "Bundle.entry[0].request.url")]
    [TestCase("""{"entry":[{"resource":{"resourceType":"Practitioner","id":"p1"}}],"type":"transaction","resourceType":"Bundle"}""", PushRules.Required, "Bundle.entry[0].request")]
    [TestCase("""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Basic","id":"p1"}}]}""", PushRules.NotSupported, "Bundle.entry[0].resource")]
    [TestCase("""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Slot","start":5}}]}""", FhirIssueRules.Type, "Bundle.entry[0].resource.start")]
    [TestCase("""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Slot","start":"2026-03-02T09:00:00"}}]}""", FhirIssueRules.ValueFormat, "Bundle.entry[0].resource.start")]
    [TestCase("""{"resourceType":"Bundle","type":"collection","entry":[""", FhirIssueRules.Truncated, "Bundle.entry[0]")]
    [TestCase("""{"resourceType":"Bundle","type":"collection","entry":{"resource":{"resourceType":"Slot","id":"a"}}}""", FhirIssueRules.Cardinality, "Bundle.entry")]
    [TestCase("""{"resourceType":"Bundle","type":"collection",}""", FhirIssueRules.Json, "Bundle")]
    [TestCase("""{"resourceType":"Slot"}""", FhirIssueRules.Type, "Bundle")]
    [TestCase("", FhirIssueRules.Truncated, "Bundle")]
    public async Task ReadAsync_BodyAtFault_IsNamed(string body, string rule, string path)
    {
        var push = await Pushes.ReadAsync(body);

        Assert.That(push.HasErrors, Is.True);
        Assert.That(push.Issues.Where(static issue => issue.IsError).Select(static issue => (issue.Rule, issue.Path)), Has.Member((rule, path)));
    }

    [Test]
    public async Task ReadAsync_UnknownElement_IsAWarningOnly()
    {
        var json = FhirSamples.Json(FhirSamples.Bundle("collection", [FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda()])).Replace("\"status\":\"free\"", "\"status\":\"free\",\"colour\":\"blue\"", StringComparison.Ordinal);

        var push = await Pushes.ReadAsync(json);

        Assert.That((push.HasErrors, push.Snapshots.Count), Is.EqualTo((false, 1)));
        Assert.That(push.Issues.Select(static issue => (issue.Severity, issue.Rule, issue.Path)), Is.EqualTo(new[] { (FhirIssueSeverity.Warning, FhirIssueRules.UnknownElement, "Bundle.entry[0].resource.colour") }));
    }

    [Test]
    public async Task ReadAsync_ManyFaults_AreListedInOrderUpToABound()
    {
        var push = await Pushes.ReadAsync([.. FhirSamples.Agenda(), .. Enumerable.Range(0, 1200).Select(static index => FhirSamples.Slot("x" + index, "s1") with { Start = null })]);

        Assert.That(push.Issues, Has.Count.EqualTo(1001));
        Assert.That(push.Issues[^1].Rule, Is.EqualTo(FhirIssueRules.More));
        Assert.That(push.Issues[0].Path, Is.EqualTo("Bundle.entry[3].resource.start"));
        Assert.That(push.Entries, Is.EqualTo(1203));
    }

    [Test]
    public async Task ReadAsync_FaultOnALaterLine_TellsTheLineOfItsEntry()
    {
        var json = FhirSamples.Json(FhirSamples.Bundle("collection", [.. FhirSamples.Agenda(), FhirSamples.Slot("x", "s9")])).Replace("{\"fullUrl\"", "\n  {\"fullUrl\"", StringComparison.Ordinal);

        foreach (var step in new int?[] { null, 1, 7 })
        {
            var issue = (await Pushes.ReadAsync(json, step)).Issues.Single();
            Assert.That((issue.Line, issue.Column, issue.Path), Is.EqualTo((5, 3, "Bundle.entry[3].resource.schedule")));
        }
    }

    [TestCase(PushRules.PatientData, HubErrorCode.PatientData)]
    [TestCase(PushRules.Required, HubErrorCode.RequestRequired)]
    [TestCase(PushRules.Reference, HubErrorCode.BusinessRule)]
    [TestCase(PushRules.NotSupported, HubErrorCode.BusinessRule)]
    [TestCase(FhirIssueRules.Json, HubErrorCode.RequestInvalid)]
    [TestCase(FhirIssueRules.Truncated, HubErrorCode.RequestInvalid)]
    [TestCase(FhirIssueRules.Size, HubErrorCode.RequestTooLarge)]
    [TestCase(FhirIssueRules.Depth, HubErrorCode.RequestTooLarge)]
    public void CodeOf_Rule_IsOfTheClosedList(string rule, HubErrorCode expected) => Assert.That(PushErrors.CodeOf(rule), Is.EqualTo(expected));

    private static TestCaseData Case(string name, string rule, string path, params Resource[] faulty) =>
        new TestCaseData(rule, path, faulty).SetName("ReadAsync " + name);
}
