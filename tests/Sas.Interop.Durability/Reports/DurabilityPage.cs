using System.Text;

using Sas.Interop.Durability.Writing;
using Sas.Interop.NationalLoad;

namespace Sas.Interop.Durability.Reports;

/// <summary>Writes <c>docs/durability.md</c>: the counts first, then how they came about.</summary>
internal static class DurabilityPage
{
    private const string About = """
        # Durability

        ## About

        The hub acknowledges a write when it is on disk. This page shows it: the hub is killed in the middle of its work again and again, and many clients write at once.
        Written by the runs themselves; do not edit. Short runs of the same code are part of the tests.

        ## Usage

        ```
        bash tests/durability.sh             # all that this page holds; --quick: a few rounds that show that it works, and keep no figures
        dotnet tests/Sas.Interop.Durability/bin/Release/net10.0/Sas.Interop.Durability.dll kill --help
        ```

        The verbs are `kill`, `kill --kill-database`, `writes` and `report`; each ends with a line of counts, and its exit code is the verdict. A seed repeats what clients do and when kills come.

        """;

    private const string KillMethod = """

        The data set is invented: four vendors behind one server that outlives the kills (one books by interface and keeps accounts, one books on its page, one keeps accounts only, one has a marketplace),
        three of them with eight practitioners of sixteen free times each, polled every two seconds. The hub waits two seconds for its receiver of messages, so that the lease of what a dead hub had under way ends soon.

        The real process of the hub is killed (`SIGKILL`) at a random moment, up to a second and a half after the first acknowledged write of a round, and started again on the same database.
        The clients write all the time, each to things of its own:

        - **Notices of appointments** (INT_R03): create, change, cancel, the same notice again, and an old notice late. The content is a number, so that what the hub has can be compared with
          what it acknowledged: the content of the last acknowledged notice, or of one that was sent later and not answered. Version *n* must hold content *n*, and the history must count from 1 to *n*:
          what was lost leaves the version behind, what was applied twice puts it ahead.
        - **Accounts of regulators** (INT_R02): create, the same create again (409), change, withdraw, bring back; at the end every vendor with accounts must have the last state.
        - **Bookings** by `$hold` and `$book`, and **care requests**, each request under an `Idempotency-Key`. What was not answered is sent again with the same key after the start; what was answered is sent again
          too, and must get the same answer. At the end each appointment that a vendor has was acknowledged, and each acknowledged one is there.
        - **Links**: each that was given out is used, some twice, some after their end. 303 once, then 410; 410 after the end. 404, 500 or a second 303 is a fault.

        A receiver of webhooks outlives the kills. It must hear of every acknowledged appointment, in the order of its versions; a repetition of the last message is allowed.
        A request that is answered 503 counts as not answered. The seed decides what clients do and when each kill comes; what the machine makes of it differs from run to run.

        """;

    private const string WriteMethod = """

        Clients write to appointments for the time given: three of four writes go to appointments of their own (create, change, cancel, repeat, late), one of four increases one of eight counters that all share:
        read, then `PUT` with `If-Match`; refused (412) when another was faster. At the end each counter must be exactly as high as there were acknowledged increases, each appointment in its last acknowledged
        state, and each history without a hole. A change is an acknowledged write that made a new version; it is one commit that writes the appointment, its version and what follows from it.
        Where the disk flushes fast, the processors decide, and little is gained without the flush.
        The database's own rate is that of the smallest transaction, one row of two numbers, in the same run on the same disk. Clients, hub and database share one machine.
        Without flush: `synchronous=OFF` (SQLite) or `synchronous_commit=off` (PostgreSQL), put in place by the test alone; the product has no such setting.

        """;

    public static string Write(IReadOnlyList<KillFigures> kills, IReadOnlyList<WriteFigures> writes)
    {
        var page = new StringBuilder(About);
        page.Append("\n## Killed at random moments\n\n| database | rounds | acknowledged writes | lost | doubled | out of order | wrong versions | links | broken links | odd answers | messages | seed | time |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var kill in kills)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {Name(kill)} | {kill.Rounds} | {kill.Acknowledged:#,0} | {kill.Faults["Lost"]} | {kill.Faults["Doubled"]} | {kill.Faults["Order"]} | {kill.Faults["Version"]} | {kill.Counts.GetValueOrDefault("link"):#,0} | {kill.Faults["Link"]} | {kill.Faults["Answer"]} | {kill.Counts.GetValueOrDefault("message"):#,0} | {kill.Seed} | {kill.Seconds:0} s |\n");
        }

        page.Append(KillMethod).Append('\n');
        foreach (var kill in kills)
        {
            page.Append(CultureInfo.InvariantCulture, $"**{Name(kill)}**, {kill.Clients} clients: ").AppendJoin(", ", kill.Counts.Select(static count => string.Create(CultureInfo.InvariantCulture, $"{count.Key} {count.Value:#,0}"))).Append(".\n\n");
        }

        Writes(page, writes);
        page.Append("## Machine\n\n");
        foreach (var machine in kills.Select(static kill => kill.Machine).Concat(writes.Select(static write => write.Machine)).Distinct())
        {
            Machine(page, machine);
        }

        return page.ToString();
    }

    private static void Writes(StringBuilder page, IReadOnlyList<WriteFigures> writes)
    {
        page.Append("## Written by many at once\n\n| database | flush | clients | time | changes/s | p50 | p99 | faults | of the database's own commits |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (var result in writes.SelectMany(static write => write.Results))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {result.Database} | {(result.Flush ? "yes" : "no")} | {result.Clients} | {result.Seconds:0} s | {result.Rate:#,0} | {result.MedianMilliseconds:0.0} ms | {result.P99Milliseconds:0.0} ms | {result.Faults.Count} | ").AppendJoin("; ", result.References.Select(reference => Ratio(result, reference))).Append(" |\n");
        }

        page.Append(WriteMethod).Append('\n');
    }

    private static string Ratio(WritesResult result, CommitRate reference) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Rate / reference.Rate:0.00} × of {reference.Rate:#,0}/s over {reference.Connections} connection{(reference.Connections == 1 ? string.Empty : "s")}");

    private static string Name(KillFigures kill) => kill.WithServer ? kill.Database + ", its server crashed as well" : kill.Database;

    private static void Machine(StringBuilder page, MachineFacts machine) => page.Append(
        CultureInfo.InvariantCulture,
        $"{machine.Processor}, {machine.Processors} processors, {machine.MemoryGigabytes:0} GB; {machine.System}; {machine.Runtime}.\n");
}
