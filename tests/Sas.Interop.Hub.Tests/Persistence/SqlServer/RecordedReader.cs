using System.Collections;
using System.Data.Common;
using System.Text.RegularExpressions;

namespace Sas.Interop.Hub.Tests.Persistence.SqlServer;

/// <summary>Rows in which every column has whatever type it is asked for.</summary>
internal sealed partial class RecordedReader : DbDataReader
{
    private const int MostResults = 50;
    private readonly SqlScript _script;
    private readonly string[] _names;
    private readonly int _rows;
    private int _read;
    private int _results = 1;

    public RecordedReader(string command, int rows, SqlScript script)
    {
        _script = script;
        _rows = rows;
        var list = SelectList().Match(command).Groups[1].Value;
        _names = [.. Column().Matches(list).Select(static match => match.Groups[1].Value)];
    }

    public override int Depth => 0;

    public override int FieldCount => Math.Max(_names.Length, 64);

    public override bool HasRows => _rows > 0;

    public override bool IsClosed => false;

    public override int RecordsAffected => _rows;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => _script.Text(name);

    public override bool Read() => _read++ < _rows;

    public override bool NextResult()
    {
        _read = 0;
        return _results++ < MostResults;
    }

    public override bool IsDBNull(int ordinal) => _script.HasNulls;

    public override string GetString(int ordinal) => _script.Text(GetName(ordinal));

    public override long GetInt64(int ordinal) => 1;

    public override int GetInt32(int ordinal) => 1;

    public override short GetInt16(int ordinal) => 1;

    public override byte GetByte(int ordinal) => 1;

    public override bool GetBoolean(int ordinal) => true;

    public override double GetDouble(int ordinal) => 1;

    public override float GetFloat(int ordinal) => 1;

    public override decimal GetDecimal(int ordinal) => 1;

    public override string GetName(int ordinal) => ordinal < _names.Length ? _names[ordinal] : string.Empty;

    public override int GetOrdinal(string name) => Math.Max(0, Array.IndexOf(_names, name));

    public override object GetValue(int ordinal) => 1;

    public override Type GetFieldType(int ordinal) => typeof(object);

    public override string GetDataTypeName(int ordinal) => "int";

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    public override int GetValues(object[] values) => throw new NotSupportedException();

    public override Guid GetGuid(int ordinal) => throw new NotSupportedException();

    public override char GetChar(int ordinal) => throw new NotSupportedException();

    public override DateTime GetDateTime(int ordinal) => throw new NotSupportedException();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    [GeneratedRegex(@"SELECT (?:TOP\([^)]*\) )?(.*?)\s+FROM", RegexOptions.Singleline)]
    private static partial Regex SelectList();

    [GeneratedRegex(@"\[(\w+)\](?=,|\s*$)")]
    private static partial Regex Column();
}
