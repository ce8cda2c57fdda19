using Sas.Interop.TestKit;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Traces.Tests;

/// <summary>The last step of a run of the whole suite: nothing that hubs wrote anywhere knows a planted person or a secret.</summary>
internal sealed class GatheredTracesTests
{
    /// <summary>Set by <c>tests/run.sh</c> when it ran everything.</summary>
    private const string WholeVariable = "SAS_TEST_TRACES_WHOLE";

    private GatheredTraces _traces = null!; // Set before all tests.

    [OneTimeSetUp]
    public async Task LookAsync()
    {
        if (TraceRoot.FullName is not { } root)
        {
            Assert.Ignore($"Nothing was gathered: tests/run.sh names a folder in {TraceRoot.Variable}.");
            return;
        }

        _traces = await GatheredTraces.LookAsync(root);
        TestContext.Progress.WriteLine($"Looked through {_traces.Megabytes} MB: " + string.Join(", ", _traces.Counts.OrderBy(static count => count.Key, StringComparer.Ordinal).Select(static count => $"{count.Value} {count.Key}")) + ".");
    }

    [Test]
    public void Traces_OfTheRun_KnowNoPlantedPerson() => Assert.That(_traces.Findings.Where(static finding => PlantedPerson.Marks.Contains(finding.Mark)), Is.Empty);

    [Test]
    public void Traces_OfTheRun_KnowNoSecret() => Assert.That(
        _traces.Findings.Where(static finding => PlantedSecrets.Marks.Contains(finding.Mark) && !finding.Place.EndsWith(PlantedSecrets.FileEnding, StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Traces_OfTheWholeRun_HoldTheMarkThatIsAllowed()
    {
        SkipUnlessWhole();
        var places = _traces.Findings.Where(static finding => finding.Mark == ControlMark.Value).Select(static finding => finding.Place).ToList();

        Assert.That(places, Has.Some.StartsWith(TraceRoot.Folders), "kept by a hub");
        Assert.That(places, Has.Some.StartsWith("rows of " + TraceRoot.Folders), "in a row of a database");
        Assert.That(places, Has.Some.StartsWith(TraceRoot.Messages), "delivered");
    }

    [Test]
    public void Traces_OfTheWholeRun_TellThatTheSecretWasUsed()
    {
        SkipUnlessWhole();

        Assert.That(_traces.Findings.Where(static finding => finding.Mark == PlantedSecrets.VendorTokenShown).Select(static finding => finding.Place), Has.Some.StartsWith(TraceRoot.Messages));
    }

    [Test]
    public void Traces_OfTheWholeRun_AreOfEveryKind()
    {
        SkipUnlessWhole();
        string[] kinds =
        [
            "files of SQLite", "write-ahead logs of SQLite", "SQLite databases by their rows", "log files", "other files of hubs and tests", "outputs of processes",
            "files of requests to vendors and receivers", "files of lines that rooms logged", "test results",
        ];

        Assert.That(kinds.Where(kind => !_traces.Counts.ContainsKey(kind)), Is.Empty);
        if (PostgresBinaries.WhyAbsent is null)
        {
            Assert.That(_traces.Counts, Contains.Key("files of PostgreSQL").And.ContainKey("PostgreSQL databases by their rows"));
        }
    }

    private static void SkipUnlessWhole()
    {
        if (Environment.GetEnvironmentVariable(WholeVariable) != "1")
        {
            Assert.Ignore("Only a run of the whole suite leaves this behind.");
        }
    }
}
