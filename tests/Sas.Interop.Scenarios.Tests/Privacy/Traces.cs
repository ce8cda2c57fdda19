using System.Text;

namespace Sas.Interop.Scenarios.Tests.Privacy;

/// <summary>Looks for marks in whatever a hub has written.</summary>
internal static class Traces
{
    /// <summary>Files that hold a mark, in UTF-8 or UTF-16, in any case.</summary>
    public static IReadOnlyList<string> InFolder(string folder, IReadOnlyList<string> marks) =>
    [
        .. from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
           let bytes = Read(file)
           from mark in marks
           where Holds(bytes, mark)
           select $"{Path.GetFileName(file)} holds '{mark}'",
    ];

    public static IReadOnlyList<string> InText(string name, string text, IReadOnlyList<string> marks) =>
        [.. marks.Where(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)).Select(mark => $"{name} holds '{mark}'")];

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static bool Holds(byte[] bytes, string mark) =>
        Encoding.Latin1.GetString(bytes).Contains(mark, StringComparison.OrdinalIgnoreCase) || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(mark)) >= 0;
}
