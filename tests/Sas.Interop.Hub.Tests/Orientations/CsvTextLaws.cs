using System.Text;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Orientations;

namespace Sas.Interop.Hub.Tests.Orientations;

/// <summary>Whatever fields hold, a reader of RFC 4180 gets them back, and a spreadsheet runs none of them.</summary>
internal sealed class CsvTextLaws
{
    private static readonly Gen<string> Field = Gen.Elements('a', '1', ',', '"', '\r', '\n', '=', '+', '-', '@', '\t', '\'', ' ', 'é', '\uD83D', ';').ListOf().Select(static letters => string.Concat(letters));

    [Test]
    public void AppendLine_AnyFields_AreReadBack() => Prop.ForAll(Field.ListOf().Where(static fields => fields.Count > 0).ListOf().ToArbitrary(), static lines =>
    {
        var text = new StringBuilder();
        foreach (var fields in lines)
        {
            CsvText.AppendLine(text, [.. fields]);
        }

        var read = Read(text.ToString());
        return read.Count == lines.Count && read.Zip(lines).All(static pair => pair.First.Select(Bare).SequenceEqual(pair.Second));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void AppendLine_AnyFields_BeginWithNoFormula() => Prop.ForAll(Field.ListOf().Where(static fields => fields.Count > 0).ToArbitrary(), static fields =>
    {
        var text = new StringBuilder();
        CsvText.AppendLine(text, [.. fields]);
        return Read(text.ToString()).SelectMany(static line => line).All(static field => field.Length == 0 || !"=+-@\t\r".Contains(field[0], StringComparison.Ordinal));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void AppendLine_NoValue_IsAnEmptyField()
    {
        var text = new StringBuilder();
        CsvText.AppendLine(text, [null, "a", null]);

        Assert.That(text.ToString(), Is.EqualTo(",a,\r\n"));
    }

    private static string Bare(string field) => field.StartsWith('\'') ? field[1..] : field;

    /// <summary>A plain reader of RFC 4180.</summary>
    private static List<List<string>> Read(string text)
    {
        var lines = new List<List<string>>();
        var line = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (isQuoted)
            {
                if (text[i] != '"')
                {
                    field.Append(text[i]);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append(text[i++]);
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (text[i] == '"')
            {
                isQuoted = true;
            }
            else if (text[i] == ',')
            {
                line.Add(field.ToString());
                field.Clear();
            }
            else if (text[i] == '\r')
            {
                i++;
                line.Add(field.ToString());
                field.Clear();
                lines.Add(line);
                line = [];
            }
            else
            {
                field.Append(text[i]);
            }
        }

        return lines;
    }
}
