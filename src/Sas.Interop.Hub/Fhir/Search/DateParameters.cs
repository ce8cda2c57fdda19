namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>Reads date criteria with their comparison (CONTRACT §3.6; R4 search, "date").</summary>
internal static class DateParameters
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    /// <summary>Narrows the window of starts.</summary>
    public static void TakeStart(SearchQuery query, string parameter, ReadOnlySpan<char> value)
    {
        if (!TryRead(query, parameter, value, out var bounds))
        {
            // What was given and cannot be read is told once, not also as missing.
            query.Given |= SearchCriteria.From | SearchCriteria.To;
            return;
        }

        if (bounds.First is { } from)
        {
            query.Given |= SearchCriteria.From;
            query.From = from > query.From ? from : query.From;
        }

        if (bounds.Last is { } to)
        {
            query.Given |= SearchCriteria.To;
            query.To = to < query.To ? to : query.To;
        }
    }

    public static void TakeLastUpdated(SearchQuery query, ReadOnlySpan<char> value)
    {
        if (TryRead(query, "_lastUpdated", value, out var bounds))
        {
            query.NeedFilter().LastUpdated.Add(new InstantRange(bounds.First ?? DateTimeOffset.MinValue, bounds.Last ?? DateTimeOffset.MaxValue));
        }
    }

    private static bool TryRead(SearchQuery query, string parameter, ReadOnlySpan<char> value, out (DateTimeOffset? First, DateTimeOffset? Last) bounds)
    {
        bounds = default;
        value = value.Trim();
        var hasPrefix = value.Length > 2 && char.IsAsciiLetterLower(value[0]);
        var prefix = hasPrefix ? value[..2] : "eq";
        if (!InstantRange.TryParse(hasPrefix ? value[2..] : value, out var range))
        {
            query.Fault(parameter, "value", "Not a date: expected ge or le and a date-time such as 2026-03-02T08:00:00.000+01:00.");
            return false;
        }

        switch (prefix)
        {
            case "ge":
                bounds = (range.First, null);
                return true;
            case "gt" or "sa":
                bounds = (range.Last + Tick, null);
                return true;
            case "le":
                bounds = (null, range.Last);
                return true;
            case "lt" or "eb":
                bounds = (null, range.First - Tick);
                return true;
            case "eq":
                bounds = (range.First, range.Last);
                return true;
            default:
                query.Fault(parameter, "not-supported", "This comparison is not supported: use ge and le.");
                return false;
        }
    }
}
