using System.Text;

namespace Sas.Interop.Hub.Orientations;

/// <summary>
/// Lines of RFC 4180. A field that a spreadsheet would take for a formula gets an apostrophe before it, and so does one that begins with an apostrophe itself,
/// so that taking one apostrophe off gives every field back.
/// </summary>
internal static class CsvText
{
    private const string Risky = "=+-@\t\r'";

    public static void AppendLine(StringBuilder to, IReadOnlyList<string?> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            Append(i == 0 ? to : to.Append(','), fields[i] ?? string.Empty);
        }

        to.Append("\r\n");
    }

    private static void Append(StringBuilder to, string field)
    {
        var isQuoted = field.AsSpan().ContainsAny("\",\r\n");
        if (isQuoted)
        {
            to.Append('"');
        }

        if (field.Length > 0 && Risky.Contains(field[0], StringComparison.Ordinal))
        {
            to.Append('\'');
        }

        to.Append(isQuoted ? field.Replace("\"", "\"\"", StringComparison.Ordinal) : field);
        if (isQuoted)
        {
            to.Append('"');
        }
    }
}
