using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Audit.Calls;
using Sas.Interop.Hub.Security.Audit;
using Sas.Interop.Hub.Tests.Persistence.Audit;

namespace Sas.Interop.Hub.Tests.Audit.Calls;

/// <summary>A flood of refused calls becomes few entries, and none of the calls is lost.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class RefusalFoldLaws
{
    private static readonly int[] Statuses = [401, 403, 409, 422, 503];

    [Test]
    public void Take_AnyCalls_CountsAddUpAndEntriesAreBounded() => Prop.ForAll(
        Gen.Choose(1, 8).ToArbitrary(),
        Calls().ListOf().Select(static calls => calls.ToArray()).ToArbitrary(),
        static (most, calls) =>
        {
            var fold = new RefusalFold(most);
            var taken = new List<AuditEntry>();
            for (var place = 0; place < calls.Length; place++)
            {
                fold.Add(calls[place]);
                if (place % 17 == 16)
                {
                    // Some cannot be kept at once.
                    fold.PutBack(fold.Take());
                }
            }

            taken.AddRange(fold.Take());
            return taken.Sum(static entry => entry.Count) == calls.Length
                && taken.Count <= most + Statuses.Length
                && taken.All(entry => Statuses.Contains(entry.Status))
                && Statuses.All(status => taken.Where(entry => entry.Status == status).Sum(static entry => entry.Count) == calls.Count(call => call.Status == status))
                && fold.Take().Count == 0;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Take_CallsAlike_AreOneEntryWithTheFirstInstantAndTrace()
    {
        var fold = new RefusalFold(10);
        fold.Add(Call("a", 403, 5) with { TraceId = "later" });
        fold.Add(Call("a", 403, 2) with { TraceId = "first" });
        fold.Add(Call("b", 403, 3));

        var taken = fold.Take();

        Assert.That(taken.Select(static entry => (entry.CallerId, entry.Count, entry.TraceId, entry.At)), Is.EqualTo(new[]
        {
            ("a", 2, "first", AuditBed.Now.AddSeconds(2)),
            ("b", 1, null, AuditBed.Now.AddSeconds(3)),
        }));
    }

    [Test]
    public void Take_MoreKindsThanAreKeptApart_AreCountedByStatus()
    {
        var fold = new RefusalFold(2);
        for (var caller = 0; caller < 100; caller++)
        {
            fold.Add(Call($"caller-{caller}", caller % 2 == 0 ? 401 : 403, caller));
        }

        var taken = fold.Take();

        Assert.That(taken.Select(static entry => (entry.CallerId, entry.Status, entry.Count)), Is.EquivalentTo(new[] { ("caller-0", 401, 1), ("caller-1", 403, 1), ("*", 401, 49), ("*", 403, 49) }));
    }

    private static Gen<AuditEntry> Calls() =>
        from caller in Gen.Choose(0, 12)
        from status in Gen.Elements(Statuses)
        from second in Gen.Choose(0, 1_000)
        select Call($"caller-{caller}", status, second);

    private static AuditEntry Call(string caller, int status, int second) => new(AuditBed.Now.AddSeconds(second), caller, "PUT", "/fhir/Appointment", status);
}
