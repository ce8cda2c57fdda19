using Sas.Interop.Benchmarks.Macro;
using Sas.Interop.NationalLoad;

namespace Sas.Interop.Benchmarks.Reports;

/// <summary>All that a run of the macro benchmarks found; kept as JSON so that the page can be written again.</summary>
internal sealed class MacroReport
{
    public bool Quick { get; set; }

    public MachineFacts Machine { get; set; } = MachineFacts.Read();

    /// <summary>What the index held.</summary>
    public string Data { get; set; } = string.Empty;

    /// <summary>How long the run took.</summary>
    public double Seconds { get; set; }

    public List<Finding> Findings { get; set; } = [];

    public List<Chart> Charts { get; set; } = [];

    public void Add(Finding finding) => Findings.Add(finding);
}
