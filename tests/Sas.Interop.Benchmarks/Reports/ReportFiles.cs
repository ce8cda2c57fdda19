using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sas.Interop.Benchmarks.Reports;

/// <summary>Where results are kept: figures below the results folder, page and pictures below the documents folder.</summary>
internal sealed class ReportFiles(string results, string documents)
{
    private const string MacroFile = "macro.json";
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Folder of the figures.</summary>
    public string Results { get; } = Directory.CreateDirectory(results).FullName;

    public string Page => Path.Combine(documents, "performance.md");

    public Task SaveAsync(MacroReport report) => File.WriteAllTextAsync(Path.Combine(Results, MacroFile), JsonSerializer.Serialize(report, Layout) + "\n");

    /// <summary>Writes the page and its pictures from the figures that are kept.</summary>
    public async Task WritePageAsync()
    {
        var report = JsonSerializer.Deserialize<MacroReport>(await File.ReadAllBytesAsync(Path.Combine(Results, MacroFile)), Layout)
            ?? throw new InvalidDataException("The figures of the macro benchmarks cannot be read; run them again.");
        var pictures = Directory.CreateDirectory(Path.Combine(documents, "pictures")).FullName;
        foreach (var chart in report.Charts)
        {
            await File.WriteAllTextAsync(Path.Combine(pictures, chart.File + ".svg"), LineChart.Draw(chart));
        }

        var micro = new List<(string Title, string Table)>();
        foreach (var file in Directory.EnumerateFiles(Results, "*.md").Order(StringComparer.Ordinal))
        {
            micro.Add((Path.GetFileNameWithoutExtension(file), await File.ReadAllTextAsync(file)));
        }

        await File.WriteAllTextAsync(Page, PerformancePage.Write(report, micro));
    }
}
