using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>Cuts CSV text into rows: fields may be quoted, a quote within quotes is written twice, blank lines are skipped.</summary>
internal sealed class CsvRows(TextReader reader, FaultList faults)
{
    public const int MostFields = 64;
    public const int LongestField = 4_096;

    private readonly char[] _buffer = new char[32 * 1024];
    private readonly StringBuilder _field = new();
    private readonly List<string> _fields = [];
    private char? _separator;
    private bool _quoted;
    private bool _quoteSeen;
    private bool _bare;
    private int _line = 1;
    private int _rowLine = 1;

    /// <summary>The rows; the sequence ends early, with a fault, when the text is no CSV.</summary>
    public async IAsyncEnumerable<CsvRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int read;
        while ((read = await reader.ReadAsync(_buffer.AsMemory(), cancellationToken)) > 0)
        {
            for (var index = 0; index < read; index++)
            {
                if (!Take(_buffer[index], out var row))
                {
                    yield break;
                }

                if (row is not null)
                {
                    yield return row;
                }
            }
        }

        if (_quoted && !_quoteSeen)
        {
            faults.AddTorn("$", _rowLine, "A quoted field does not end; add the closing quote.");
        }
        else if (EndRow() is { } last)
        {
            yield return last;
        }
    }

    private bool Take(char c, out CsvRow? row)
    {
        row = null;
        if (_quoted && !_quoteSeen)
        {
            _quoteSeen = c == '"';
            _line += c == '\n' ? 1 : 0;
            return _quoteSeen || Append(c);
        }

        if (_quoteSeen && c == '"')
        {
            // Two quotes within quotes are one.
            _quoteSeen = false;
            return Append(c);
        }

        if (c == '\n')
        {
            _line++;
            row = EndRow();
            return true;
        }

        if (c == '\r')
        {
            return true;
        }

        if (IsSeparator(c))
        {
            return EndField();
        }

        if (c == '"' && _field.Length == 0 && !_bare && !_quoted)
        {
            _quoted = true;
            return true;
        }

        if (c == '"' || _quoted)
        {
            faults.AddTorn("$", _line, "A quote stands inside a field; put the whole field in quotes and write each quote twice.");
            return false;
        }

        _bare = true;
        return Append(c);
    }

    // The header has no quoted fields: its first separator decides for the file.
    private bool IsSeparator(char c)
    {
        if (_separator is null && c is ';' or ',')
        {
            _separator ??= c;
        }

        return c == _separator;
    }

    private bool Append(char c)
    {
        if (_field.Length >= LongestField)
        {
            faults.Add("$", _line, string.Create(CultureInfo.InvariantCulture, $"A field is longer than {LongestField} characters; nothing after it is read."));
            return false;
        }

        _field.Append(c);
        return true;
    }

    private bool EndField()
    {
        if (_fields.Count >= MostFields)
        {
            faults.Add("$", _line, string.Create(CultureInfo.InvariantCulture, $"A row has more than {MostFields} fields; nothing after it is read."));
            return false;
        }

        _fields.Add(_field.ToString().Trim());
        _field.Clear();
        (_quoted, _quoteSeen, _bare) = (false, false, false);
        return true;
    }

    private CsvRow? EndRow()
    {
        var empty = _fields.Count == 0 && _field.Length == 0 && !_quoted;
        CsvRow? row = null;
        if (!empty && EndField())
        {
            row = new CsvRow(_rowLine, [.. _fields]);
        }

        _fields.Clear();
        _field.Clear();
        _rowLine = _line;
        return row;
    }
}
