using Sas.Interop.Hub.CareRequests;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Tests.CareRequests;

internal sealed class CareRequestSearchTests
{
    [Test]
    public void Read_EveryParameter_Narrows()
    {
        var search = CareRequestSearch.Read(
            "?requester.identifier=urn:oid:1.2.250.1.213.3.6%7Cabc&performer:identifier=10990000019&status=active,revoked&_lastUpdated=ge2026-03-01&_lastUpdated=lt2026-03-02T08:00:00Z&_count=7&_id=x",
            strict: true);

        Assert.That(search.Faults, Is.Empty);
        Assert.That((search.Filter.RegulatorSystem, search.Filter.RegulatorValue, search.Filter.Owner), Is.EqualTo(("urn:oid:1.2.250.1.213.3.6", "abc", "810990000019")));
        Assert.That((search.Filter.Kind, search.Filter.Id, search.Count), Is.EqualTo((OrientationKind.Marketplace, "x", 7)));
        Assert.That(search.Filter.States, Has.Member(OrientationState.Linked).And.Member(OrientationState.Expired).And.No.Member(OrientationState.Booked));
        Assert.That(search.Filter.ChangedFrom, Is.EqualTo(new DateTimeOffset(2026, 2, 28, 23, 0, 0, TimeSpan.Zero)), "A day is a day in Paris.");
        Assert.That(search.Filter.ChangedTo, Is.EqualTo(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)));
    }

    [TestCase("_count=0")]
    [TestCase("_count=251")]
    [TestCase("_count=many")]
    [TestCase("_lastUpdated=yesterday")]
    [TestCase("_lastUpdated=ne2026-03-01")]
    [TestCase("_cursor=x")]
    [TestCase("status=%zz")]
    public void Read_WrongValue_IsAFault(string query) => Assert.That(CareRequestSearch.Read(query, strict: false).Faults, Has.Count.EqualTo(1));

    [Test]
    public void Read_UnknownParameter_IsAFaultWhenStrict()
    {
        Assert.That(CareRequestSearch.Read("patient=x", strict: false).Faults, Is.Empty);
        Assert.That(CareRequestSearch.Read("patient=x", strict: true).Faults, Has.Count.EqualTo(1));
    }

    [Test]
    public void Read_ValuesThatNobodyHas_FindNothing()
    {
        var search = CareRequestSearch.Read("performer.identifier=nobody&status=draft", strict: true);

        Assert.That(search.Filter.Owner, Is.Empty);
        Assert.That(search.Filter.States, Is.Empty);
    }

    [Test]
    public void Read_TooManyParameters_IsAFault() =>
        Assert.That(CareRequestSearch.Read(string.Concat(Enumerable.Repeat("a=b&", 60)), strict: false).Faults, Has.Count.EqualTo(1));
}
