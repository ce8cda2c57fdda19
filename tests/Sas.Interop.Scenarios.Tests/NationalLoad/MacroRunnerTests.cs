using System.Xml.Linq;

using Sas.Interop.Benchmarks.Macro;
using Sas.Interop.Benchmarks.Reports;
using Sas.Interop.NationalLoad;

namespace Sas.Interop.Scenarios.Tests.NationalLoad;

/// <summary>The macro benchmarks run from end to end and write their report. What they find is no matter here: nothing is timed in a test.</summary>
internal sealed class MacroRunnerTests
{
    [Test]
    public async Task RunAsync_Quick_FindsAFigureForEachBudgetAndWritesThePage()
    {
        using var folder = new Workspace();
        var lines = new List<string>();
        var report = await MacroRunner.RunAsync(MacroOptions.Of(new ProgramArguments(["macro", "--quick", "--seconds", "0.05"])), lines.Add);
        var files = new ReportFiles(folder.PathOf("results"), folder.Root);
        await files.SaveAsync(report);
        await files.WritePageAsync();

        Assert.That(report.Findings.Select(static finding => finding.Budget.Id), Is.EquivalentTo(["list", "one", "p99", "allocation", "memory", "scale", "ingest", "isolation", "flood", "mutual-tls", "warm-start"]));
        Assert.That(report.Findings.Where(static finding => finding.Value is null).Select(static finding => finding.Budget.Id), Is.SubsetOf(["isolation", "warm-start"]));
        Assert.That(report.Findings.Select(static finding => finding.Value?.Low), Has.None.EqualTo(0.0).And.None.NaN);
        var page = await File.ReadAllTextAsync(files.Page);
        Assert.That(page, Does.Contain("decides nothing").And.Contain("| warm start with 1 M slots").And.Not.Contain("| not measured |"));
        foreach (var chart in report.Charts)
        {
            var picture = XDocument.Load(Path.Combine(folder.Root, "pictures", chart.File + ".svg"));
            Assert.That(picture.Descendants().Count(static element => element.Name.LocalName == "circle"), Is.EqualTo(chart.Lines.Sum(static line => line.Points.Count)));
            Assert.That(page, Does.Contain($"pictures/{chart.File}.svg"));
        }

        Assert.That(report.Charts, Has.Count.EqualTo(2));
        Assert.That(lines, Has.Some.Contains("11/11"));
    }

    [Test]
    public void Verdict_ValueAgainstBarAndStretch_IsSaid()
    {
        Assert.That(Say(Budget.List, 90), Is.EqualTo("stretch reached"));
        Assert.That(Say(Budget.List, 60), Is.EqualTo("bar reached"));
        Assert.That(Say(Budget.List, 59.9), Is.EqualTo("missed"));
        Assert.That(Say(Budget.Memory, 24), Is.EqualTo("stretch reached"));
        Assert.That(Say(Budget.Memory, 49), Is.EqualTo("missed"));
        Assert.That(Say(Budget.Isolation, 1.05), Is.EqualTo("bar reached"));
        Assert.That(new Finding(Budget.WarmStart, null, "Not yet.", []).Verdict, Is.EqualTo("not measured"));
    }

    [Test]
    public async Task AlternateAsync_TwoThings_AreMeasuredInTurnEachRoundInTheOtherOrder()
    {
        var order = string.Empty;
        var (one, other, ratio) = await Spread.AlternateAsync(3, () => Measured('a', 6.0), () => Measured('b', 2.0 + (order.Length / 2)));

        Assert.That(order, Is.EqualTo("abbaab"));
        Assert.That(one, Is.EqualTo(new Spread(6, 6, 6, 3)));
        Assert.That(other, Is.EqualTo(new Spread(3, 2, 4, 3)));
        Assert.That(ratio, Is.EqualTo(new Spread(2, 1.5, 3, 3)));

        Task<double> Measured(char name, double value)
        {
            order += name;
            return Task.FromResult(value);
        }
    }

    [TestCase(0.0, 87.0, false)]
    [TestCase(3.0, 2_700.0, true)]
    [TestCase(0.2, 0.3, true)]
    public void Axis_AnyRange_HoldsItsValuesBetweenRoundMarks(double lowest, double highest, bool log)
    {
        var axis = Axis.Over([lowest, highest], log);

        Assert.That(axis.Position(highest), Is.InRange(0.0, 1.0));
        Assert.That(axis.Position(lowest), Is.InRange(0.0, 1.0));
        Assert.That(axis.Ticks, Has.Count.InRange(2, 12).And.Ordered);
    }

    private static string Say(Budget budget, double value) => new Finding(budget, Spread.Of([value]), string.Empty, []).Verdict;
}
