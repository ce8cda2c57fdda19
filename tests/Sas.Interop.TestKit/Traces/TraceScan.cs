using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace Sas.Interop.TestKit.Traces;

/// <summary>Looks for marks in bytes of any kind: text in UTF-8 or UTF-16 in any case, base64, and what is compressed by gzip.</summary>
public sealed class TraceScan
{
    private const int Window = 1024 * 1024;
    private const int HeaderLength = 2;
    private readonly Dictionary<string, string> _marks;
    private readonly SearchValues<string> _forms;
    private readonly int _overlap;

    public TraceScan(IEnumerable<string> marks)
    {
        _marks = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var mark in marks)
        {
            foreach (var form in MarkForms.Of(mark))
            {
                _marks[form] = mark;
            }
        }

        _forms = SearchValues.Create([.. _marks.Keys], StringComparison.OrdinalIgnoreCase);
        _overlap = _marks.Keys.Max(static form => form.Length) - 1;
    }

    /// <summary>Bytes that were looked through.</summary>
    public long Bytes { get; private set; }

    /// <summary>Marks in a text.</summary>
    public IReadOnlyList<string> InText(string text)
    {
        var found = new List<string>();
        Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), found);
        return found;
    }

    /// <summary>Marks in a file.</summary>
    public IReadOnlyList<string> InFile(string path)
    {
        var found = new List<string>();
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Read(file, found);
        if (IsGzip(file))
        {
            ReadGzip(file, found);
        }

        return found;
    }

    /// <summary>Files below a folder that hold a mark, one sentence each.</summary>
    public IReadOnlyList<string> InFolder(string folder) =>
    [
        .. from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
           from mark in InFile(file)
           select $"{Path.GetRelativePath(folder, file)} holds '{mark}'",
    ];

    private static bool IsGzip(FileStream file)
    {
        file.Position = 0;
        Span<byte> header = stackalloc byte[HeaderLength];
        var isGzip = file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength && header is [0x1f, 0x8b];
        file.Position = 0;
        return isGzip;
    }

    private void ReadGzip(FileStream file, List<string> found)
    {
        try
        {
            using var plain = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            Read(plain, found);
        }
        catch (InvalidDataException)
        {
            // Cut off or damaged, as some tests do: what can be read of it was looked through.
        }
    }

    private void Read(Stream stream, List<string> found)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Window);
        var text = ArrayPool<char>.Shared.Rent(Window);
        try
        {
            for (var (kept, read) = (0, 0); (read = stream.Read(bytes, kept, Window - kept)) > 0;)
            {
                Bytes += read;
                var length = Encoding.Latin1.GetChars(bytes, 0, kept + read, text, 0);
                Collect(text.AsSpan(0, length), found);
                kept = Math.Min(_overlap, length);
                bytes.AsSpan(length - kept, kept).CopyTo(bytes);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(text);
        }
    }

    private void Collect(ReadOnlySpan<char> text, List<string> found)
    {
        for (int place; (place = text.IndexOfAny(_forms)) >= 0; text = text[(place + 1)..])
        {
            var rest = text[place..];
            foreach (var (form, mark) in _marks)
            {
                if (rest.StartsWith(form, StringComparison.OrdinalIgnoreCase) && !found.Contains(mark))
                {
                    found.Add(mark);
                }
            }
        }
    }
}
