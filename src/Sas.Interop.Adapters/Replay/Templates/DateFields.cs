namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>What was read of one date so far, and its resolution to an instant.</summary>
internal sealed class DateFields
{
    private int? _year;
    private int? _month;
    private int? _day;
    private int? _hour;
    private int _minute;
    private int _second;
    private int _milliseconds;
    private bool _hasMinute;
    private TimeSpan? _offset;
    private TimeZoneInfo? _zone;

    public bool Set(DatePatternToken token, int value)
    {
        switch (token.Letter)
        {
            case 'y' or 'u':
                _year = token.Count == 2 ? 2000 + value : value;
                return _year is >= 1 and <= 9999;
            case 'M':
                _month = value;
                return value is >= 1 and <= 12;
            case 'd':
                _day = value;
                return value is >= 1 and <= 31;
            case 'H':
                _hour = value;
                return value <= 23;
            case 'm':
                (_minute, _hasMinute) = (value, true);
                return value <= 59;
            case 's':
                _second = value;
                return value <= 59;
            default:
                _milliseconds = token.Count <= 3 ? value * (int)Math.Pow(10, 3 - token.Count) : (int)(value / Math.Pow(10, token.Count - 3));
                return true;
        }
    }

    public int ReadRegion(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '/' or '_' or '-' or '+' or ':'))
        {
            length++;
        }

        _zone = length == 0 ? null : TemplateZone.TryFind(text[..length].ToString());
        return _zone is null ? -1 : length;
    }

    public int ReadOffset(ReadOnlySpan<char> text, DatePatternToken token)
    {
        if (token.Letter == 'X' && text.Length > 0 && text[0] == 'Z')
        {
            _offset = TimeSpan.Zero;
            return 1;
        }

        var length = token is { Letter: 'Z', Count: < 4 } or { Letter: 'X' or 'x', Count: 2 } ? 5 : token.Count == 1 ? 3 : 6;
        if (text.Length < length || !TemplateZone.TryParseOffset(text[..length].ToString(), out var offset))
        {
            return -1;
        }

        _offset = offset;
        return length;
    }

    /// <summary>The date; a time without a date cannot be resolved and ends the template, as in WireMock.</summary>
    public TemplateDate ToDate()
    {
        if (_year is null || (_hour is not null && (_month is null || _day is null || !_hasMinute)))
        {
            throw new TemplateFaultException("The pattern gives no complete date.");
        }

        var month = _month ?? 1;
        // A day that the month lacks (30 February) becomes its last one.
        var day = Math.Min(_day ?? 1, DateTime.DaysInMonth(_year.Value, month));
        var local = new DateTime(_year.Value, month, day, _hour ?? 0, _minute, _second, _milliseconds, DateTimeKind.Unspecified);
        if ((_zone is not null || _offset is not null) && _hour is null)
        {
            throw new TemplateFaultException("A zone without a time gives no instant.");
        }

        return new TemplateDate(Resolve(local), _zone ?? (_offset is { } offset ? TemplateZone.FromOffset(offset) : null));
    }

    private DateTimeOffset Resolve(DateTime local)
    {
        if (_offset is { } offset)
        {
            // The offset decides, even where the region had another one.
            return new DateTimeOffset(local - offset, TimeSpan.Zero);
        }

        return _zone is null ? new DateTimeOffset(local, TimeSpan.Zero) : TemplateZone.ToInstant(local, _zone);
    }
}
