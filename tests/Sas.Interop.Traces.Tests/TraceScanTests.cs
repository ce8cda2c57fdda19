using System.IO.Compression;
using System.Text;

using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Traces.Tests;

/// <summary>The scan finds a mark in whatever form it is written, and nothing where there is none.</summary>
internal sealed class TraceScanTests
{
    private const string Mark = PlantedPerson.Word;

    // Not gathered: what is planted here is no trace of a hub.
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scan-");

    private static readonly object[] Forms =
    [
        new TestCaseData(Encoding.UTF8.GetBytes($"x{Mark}y")).SetArgDisplayNames("UTF-8"),
        new TestCaseData(Encoding.UTF8.GetBytes(Mark.ToUpperInvariant())).SetArgDisplayNames("upper case"),
        new TestCaseData((byte[])[1, 2, 3, .. Encoding.Unicode.GetBytes(Mark)]).SetArgDisplayNames("UTF-16"),
        new TestCaseData(Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(Mark)))).SetArgDisplayNames("base64"),
        new TestCaseData(Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"a{Mark}b")))).SetArgDisplayNames("base64 after one byte"),
        new TestCaseData(Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"ab{Mark}cd")))).SetArgDisplayNames("base64 after two bytes"),
        new TestCaseData(Compressed($"x{Mark}y")).SetArgDisplayNames("gzip"),
    ];

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [TestCaseSource(nameof(Forms))]
    public void InFolder_MarkInAFile_IsFound(byte[] content)
    {
        var folder = _folder.CreateSubdirectory(Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(Path.Combine(folder.FullName, "a"), content);
        File.WriteAllText(Path.Combine(folder.FullName, "b"), "nothing");

        Assert.That(new TraceScan([Mark, "other"]).InFolder(folder.FullName), Is.EqualTo(new[] { $"a holds '{Mark}'" }));
    }

    [TestCase(-20)]
    [TestCase(-7)]
    [TestCase(-1)]
    [TestCase(0)]
    public void InFile_MarkAcrossTheEndOfAWindow_IsFoundOnce(int offset)
    {
        const int window = 1024 * 1024;
        var path = Path.Combine(_folder.FullName, $"window{offset}");
        File.WriteAllText(path, new string('x', window + offset) + Mark + new string('y', window));

        Assert.That(new TraceScan([Mark]).InFile(path), Is.EqualTo(new[] { Mark }));
    }

    [Test]
    public void InText_SeveralMarks_AreAllFound() =>
        Assert.That(new TraceScan([.. PlantedPerson.Marks, .. PlantedSecrets.Marks]).InText(string.Join(';', [.. PlantedPerson.Marks, .. PlantedSecrets.Marks])), Is.EquivalentTo(PlantedPerson.Marks.Concat(PlantedSecrets.Marks)));

    [Test]
    public void InFile_DamagedGzip_IsReadAsFarAsItGoes()
    {
        var path = Path.Combine(_folder.FullName, "damaged");
        File.WriteAllBytes(path, Compressed(new string('x', 100_000))[..^12]);

        Assert.That(new TraceScan([Mark]).InFile(path), Is.Empty);
    }

    [Test]
    public async Task Rows_LongValueAndBytes_AreReadWhole()
    {
        var path = Path.Combine(_folder.FullName, "rows.db");
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var write = connection.CreateCommand();
            write.CommandText = "CREATE TABLE t (a TEXT, b BLOB); INSERT INTO t VALUES ($long, $bytes);";
            write.Parameters.AddWithValue("$long", new string('x', 20_000) + Mark);
            write.Parameters.AddWithValue("$bytes", Encoding.UTF8.GetBytes(PlantedPerson.Number));
            await write.ExecuteNonQueryAsync();
        }

        Assert.That(SqliteRows.IsDatabase(path));
        Assert.That(new TraceScan(PlantedPerson.Marks).InText(await SqliteRows.ReadAsync(path) ?? string.Empty), Is.EquivalentTo(new[] { Mark, PlantedPerson.Number }));
    }

    private static byte[] Compressed(string text)
    {
        using var bytes = new MemoryStream();
        using (var packing = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            packing.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }
}
