using Microsoft.AspNetCore.Http;

using Sas.Interop.Hub.Audit.Reading;
using Sas.Interop.Hub.Persistence.Audit;

namespace Sas.Interop.Hub.Tests.Audit.Reading;

[Parallelizable(ParallelScope.All)]
internal sealed class AuditQueryTests
{
    [Test]
    public void Read_EveryParameter_BecomesItsCriterion()
    {
        var query = Read("date=ge2026-03-02T08:00:00Z&date=lt2026-03-03T00:00:00Z&agent=urn:sas-interop-hub:caller%7Cplatform,doctolib&action=C,E&outcome=4,8&entity=Appointment/1&trace=0123456789ABCDEF0123456789abcdef&_id=7&_count=3&_before=90");

        Assert.That(query.Faults, Is.Empty);
        Assert.That((query.IsEmpty, query.Count, query.Before), Is.EqualTo((false, 3, (long?)90)));
        var filter = query.Filter;
        Assert.That((filter.From, filter.To), Is.EqualTo(((DateTimeOffset?)new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), (DateTimeOffset?)new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero).AddTicks(-1))));
        Assert.That(filter.Callers, Is.EqualTo(new[] { "platform", "doctolib" }));
        Assert.That(filter.Interactions, Is.EqualTo(new[] { "create", "operation", "transaction", string.Empty }));
        Assert.That((filter.Outcomes, filter.TraceId, filter.Number), Is.EqualTo(((AuditOutcomes?)(AuditOutcomes.Refused | AuditOutcomes.Failed), "0123456789abcdef0123456789abcdef", (long?)7)));
        Assert.That(filter.Entities, Is.EqualTo(new[] { "Appointment/1" }));
    }

    [TestCase("type=rest", AuditKinds.Call)]
    [TestCase("type=http://dicom.nema.org/resources/ontology/DCM%7C110100", AuditKinds.Start, AuditKinds.Stop, AuditKinds.Migration)]
    [TestCase("type=110100&subtype=110121", AuditKinds.Stop)]
    public void Read_TypesOfTheHub_BecomeKinds(string text, params string[] kinds) => Assert.That(Read(text).Filter.Kinds, Is.EqualTo(kinds));

    [TestCase("action=C&action=D")]
    [TestCase("subtype=create&action=U")]
    [TestCase("type=nothing")]
    [TestCase("_id=x")]
    [TestCase("_id=1&_id=2")]
    [TestCase("agent=a&agent=b")]
    public void Read_NothingCanBeMeant_FindsNothing(string text) => Assert.That((Read(text).IsEmpty, Read(text).Faults.Count), Is.EqualTo((true, 0)));

    [TestCase("date=yesterday", "date")]
    [TestCase("date=ap2026-03-02", "date")]
    [TestCase("outcome=5", "outcome")]
    [TestCase("_count=0", "_count")]
    [TestCase("_count=many", "_count")]
    [TestCase("_before=x", "_before")]
    [TestCase("trace=12", "trace")]
    [TestCase("agent=", "agent")]
    [TestCase("subtype=create,110120", "subtype")]
    public void Read_Faulty_NamesTheParameter(string text, string parameter) => Assert.That(Read(text).Faults.Select(static fault => fault.Parameter), Is.EqualTo(new[] { parameter }));

    [Test]
    public void Read_TooMuch_IsRefused()
    {
        Assert.That(Read("entity=" + new string('x', 257)).Faults, Has.Count.EqualTo(1));
        Assert.That(Read("agent=" + string.Join(',', Enumerable.Repeat("a", 51))).Faults, Has.Count.EqualTo(1));
        Assert.That(Read(string.Join('&', Enumerable.Range(0, 51).Select(static number => $"p{number}=1"))).Faults.Single().IssueCode, Is.EqualTo("too-costly"));
        Assert.That(Read("_count=100000").Count, Is.EqualTo(AuditQuery.LargestPage));
    }

    [Test]
    public void Read_UnknownParameter_IsAFaultOnlyWhenStrict()
    {
        Assert.That(Read("patient=1").Faults, Is.Empty);
        Assert.That(Read("patient=1", strict: true).Faults.Single().IssueCode, Is.EqualTo("not-supported"));
    }

    private static AuditQuery Read(string text, bool strict = false)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString("?" + text);
        context.Request.Headers["Prefer"] = strict ? "handling=strict" : string.Empty;
        return AuditQuery.Read(context.Request);
    }
}
