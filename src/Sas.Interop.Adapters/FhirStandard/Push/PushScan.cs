using System.Text;
using System.Text.Json;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard.Push;

/// <summary>
/// Looks at every token of a pushed body as it streams by, also at members that the model does not have and therefore drops: finds patient data wherever
/// it hides, and remembers where each entry begins.
/// </summary>
internal sealed class PushScan
{
    private const int MaxPending = 4 * 1024 * 1024;
    private const int MaxFindings = 100;
    private const int Piece = 4 * 1024;
    private const string Numbered = "The element holds an identifier that only patients have.";
    private static readonly string[] Persons = ["Patient", "RelatedPerson", "Person"];
    private readonly List<TextPlace> _entries = [];
    private readonly List<FhirIssue> _findings = [];
    private readonly ScanPath _path = new();
    private readonly TextPosition _position = new();
    private byte[] _pending = [];
    private int _filled;
    private int _due = Piece;
    private JsonReaderState _json = new(new JsonReaderOptions { MaxDepth = FhirReadOptions.DepthCeiling });
    private bool _stopped;

    public TextPlace EntryAt(int entry) => entry < _entries.Count ? _entries[entry] : new TextPlace(1, 1);

    /// <summary>Takes the next bytes of the body. Bytes that drip in are gathered first, so that no long value is looked at again for each of them.</summary>
    public void Advance(ReadOnlySpan<byte> bytes)
    {
        if (_stopped)
        {
            return;
        }

        Append(bytes);
        if (!_stopped && _filled >= _due)
        {
            Look();
        }
    }

    /// <summary>Hands over what was found. A body that could not be looked at to its end is refused, whatever else was made of it.</summary>
    public void Finish(PushIssues issues)
    {
        if (!_stopped)
        {
            Look();
        }

        foreach (var finding in _findings)
        {
            issues.Add(finding);
        }

        if (_stopped && !issues.HasErrors)
        {
            issues.Error(FhirIssueRules.Size, "Bundle", "The body holds a value too long to be looked at.");
        }
    }

    public static string? Unescaped(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: the reading of the Bundle refuses it.
            return null;
        }
    }

    private void Look()
    {
        var text = _pending.AsSpan(0, _filled);
        var mark = _position.IsStart && text.StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(text[mark..], isFinalBlock: false, _json);
        try
        {
            while (reader.Read())
            {
                Step(ref reader, text[..(mark + (int)reader.TokenStartIndex)]);
            }
        }
        catch (JsonException)
        {
            // The reading of the Bundle meets the same damage and refuses the body for it.
            _stopped = true;
            return;
        }

        _json = reader.CurrentState;
        Keep(mark + (int)reader.BytesConsumed);
        _due = _filled + Math.Max(_filled, Piece);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_filled + bytes.Length > MaxPending)
        {
            // One token longer than any that the reading of the Bundle accepts.
            _stopped = true;
            return;
        }

        if (_filled + bytes.Length > _pending.Length)
        {
            Array.Resize(ref _pending, Math.Max(_pending.Length * 2, _filled + bytes.Length));
        }

        bytes.CopyTo(_pending.AsSpan(_filled));
        _filled += bytes.Length;
    }

    private void Keep(int consumed)
    {
        _position.Pass(_pending.AsSpan(0, consumed));
        _pending.AsSpan(consumed, _filled - consumed).CopyTo(_pending);
        _filled -= consumed;
    }

    private void Step(ref Utf8JsonReader reader, ReadOnlySpan<byte> before)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _path.Name(ref reader);
                CheckName(before);
                return;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _path.Close();
                return;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                CheckMember(before);
                _path.Open(reader.TokenType == JsonTokenType.StartArray);
                Note(_path.Entry, before);
                return;
            case JsonTokenType.String:
                CheckText(ref reader, before);
                _path.Value();
                return;
            case JsonTokenType.Number:
                CheckNumber(reader.ValueSpan, before);
                _path.Value();
                return;
            default:
                _path.Value();
                return;
        }
    }

    /// <summary>Entries that are no objects have no place of their own and take that of the next.</summary>
    private void Note(int entry, ReadOnlySpan<byte> before)
    {
        while (_entries.Count <= entry)
        {
            _entries.Add(_position.At(before));
        }
    }

    private void CheckMember(ReadOnlySpan<byte> before)
    {
        if (_path.Member is "patient")
        {
            Report(before, "The element names a patient.");
        }
    }

    /// <summary>A name may hold what a value may not.</summary>
    private void CheckName(ReadOnlySpan<byte> before)
    {
        if (PersonNumber.IsIn(_path.Member))
        {
            Report(before, Numbered);
        }
    }

    private void CheckNumber(ReadOnlySpan<byte> digits, ReadOnlySpan<byte> before)
    {
        if (digits.Length == PersonNumber.Length && PersonNumber.IsIn(Encoding.UTF8.GetString(digits)))
        {
            Report(before, Numbered);
        }
    }

    private void CheckText(ref Utf8JsonReader reader, ReadOnlySpan<byte> before)
    {
        if (_path.Member is not ("patient" or "reference" or "type" or "resourceType" or "code") && !MayHoldNumber(reader.ValueSpan))
        {
            return;
        }

        var text = Unescaped(ref reader);
        var message = _path.Member switch
        {
            "patient" => "The element names a patient.",
            "reference" when Persons.Any(person => Targets(text, person)) => "The reference leads to a patient.",
            "type" when Persons.Contains(text) => "The reference leads to a patient.",
            "resourceType" when Persons.Contains(text) => "A push holds no patient.",
            "code" when PersonSystems.IsType(text) => Numbered,
            _ when PersonNumber.IsIn(text) || PersonSystems.IsIn(text) => Numbered,
            _ => null,
        };
        if (message is not null)
        {
            Report(before, message);
        }
    }

    /// <summary>Most texts hold too few digits for the number, or the identifier system, of a person; an escape may stand for a digit.</summary>
    private static bool MayHoldNumber(ReadOnlySpan<byte> text)
    {
        const int Fewest = 12;
        if (text.Length < PersonNumber.Length)
        {
            return false;
        }

        var digits = 0;
        foreach (var value in text)
        {
            digits += (uint)(value - '0') <= 9 || value == '\\' ? 1 : 0;
        }

        return digits >= Fewest;
    }

    private static bool Targets(string? reference, string type)
    {
        var at = reference?.IndexOf(type, StringComparison.OrdinalIgnoreCase) ?? -1;
        return reference is not null && at >= 0
            && (at == 0 || reference[at - 1] == '/')
            && at + type.Length < reference.Length && reference[at + type.Length] is '/' or '?';
    }

    private void Report(ReadOnlySpan<byte> before, string message)
    {
        if (_findings.Count < MaxFindings)
        {
            var place = _position.At(before);
            _findings.Add(new FhirIssue { Severity = FhirIssueSeverity.Error, Rule = PushRules.PatientData, Path = _path.Format(), Line = place.Line, Column = place.Column, Message = message });
        }
    }
}
