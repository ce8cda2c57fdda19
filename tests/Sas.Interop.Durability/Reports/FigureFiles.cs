using System.Text.Encodings.Web;
using System.Text.Json;

using Sas.Interop.TestKit.RealProcess;

namespace Sas.Interop.Durability.Reports;

/// <summary>Where figures and the page made of them are kept.</summary>
/// <param name="results">Folder of the figures.</param>
/// <param name="documents">Folder of the page.</param>
internal sealed class FigureFiles(string results, string documents)
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly string _results = Directory.CreateDirectory(results).FullName;

    /// <summary>Those of the repository.</summary>
    public static FigureFiles OfRepository => new(
        Path.Combine(SolutionFolder.FullName, "tests", "Sas.Interop.Durability", "Results"),
        Path.Combine(SolutionFolder.FullName, "docs"));

    public Task SaveAsync(KillFigures figures) => SaveAsync($"kill-{figures.Database}{(figures.WithServer ? "-server" : string.Empty)}.json", figures);

    public Task SaveAsync(WriteFigures figures) => SaveAsync($"writes-{figures.Results[0].Database}.json", figures);

    public async Task WritePageAsync() => await File.WriteAllTextAsync(
        Path.Combine(documents, "durability.md"),
        DurabilityPage.Write(await ReadAsync<KillFigures>("kill-*.json"), await ReadAsync<WriteFigures>("writes-*.json")));

    private Task SaveAsync<T>(string name, T figures) => File.WriteAllTextAsync(Path.Combine(_results, name), JsonSerializer.Serialize(figures, Layout) + "\n");

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string pattern)
    {
        var figures = new List<T>();

        // Ordinal would put PostgreSQL before SQLite, the default one.
        foreach (var file in Directory.EnumerateFiles(_results, pattern).OrderByDescending(static path => path.Contains("sqlite", StringComparison.Ordinal)).ThenBy(static path => path.Length))
        {
            figures.Add(JsonSerializer.Deserialize<T>(await File.ReadAllBytesAsync(file), Layout) ?? throw new InvalidDataException($"{Path.GetFileName(file)} cannot be read."));
        }

        return figures;
    }
}
