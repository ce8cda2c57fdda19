using System.Buffers;
using System.Globalization;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Appointments.Reading;

/// <summary>Reads the parameters of a search for appointments, as tolerantly as those of the contract's searches are read (CONTRACT §3.6).</summary>
internal static class AppointmentQueryReader
{
    public const int MostValues = 200;
    private const string StatusSystem = "http://hl7.org/fhir/appointmentstatus";

    /// <param name="query">New, or after an earlier part of the same search.</param>
    /// <param name="text">As sent, with or without its question mark.</param>
    /// <param name="strict">Whether unknown parameters are faults (<c>Prefer: handling=strict</c>).</param>
    public static void Read(AppointmentQuery query, ReadOnlySpan<char> text, bool strict)
    {
        var buffer = ArrayPool<char>.Shared.Rent(Math.Max(1, text.Length));
        try
        {
            var parameters = 0;
            var pairs = new RawQuery(text, buffer);
            while (pairs.MoveNext())
            {
                if (++parameters > SearchParser.MaxParameters)
                {
                    query.Fault("(query)", "too-costly", $"More than {SearchParser.MaxParameters} parameters.");
                    return;
                }

                if (!pairs.IsSound)
                {
                    query.Fault(Shown(pairs.Name), "invalid", "The percent-encoding is damaged, is not UTF-8, or hides a control character.");
                }
                else if (!TakeCriterion(query, pairs.Name, pairs.Value) && !TakeControl(query, pairs.Name, pairs.Value) && strict)
                {
                    query.Fault(Shown(pairs.Name), "not-supported", "This parameter is not known here, and the request asks for strict handling.");
                }
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Finishes what depends on several parameters.</summary>
    public static void Complete(AppointmentQuery query)
    {
        if (query.Cursor is { } cursor && (query.Filter.After = PageCursor.Read(cursor)) is null)
        {
            query.Fault(PageCursor.Parameter, "value", "Not a place that a link of this search has told.");
        }
    }

    private static bool TakeCriterion(AppointmentQuery query, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        var filter = query.Filter;
        switch (name)
        {
            case var _ when Is(name, "identifier"):
                TakeIdentifiers(query, value);
                return true;
            case var _ when Is(name, "_id"):
                filter.Ids.Add(Values(query, "_id", value, static (item, to) => to.Add(item.ToString())));
                return true;
            case var _ when Is(name, "status"):
                filter.Statuses.Add(Values(query, "status", value, TakeStatus));
                return true;
            case var _ when IsPractitioner(name):
                filter.Owners.Add(Values(query, "practitioner:identifier", value, TakePractitioner));
                return true;
            case var _ when Is(name, "date"):
                TakeSpan(query, "date", value, filter.Starts);
                return true;
            case var _ when Is(name, "_lastUpdated"):
                TakeSpan(query, "_lastUpdated", value, filter.Updated);
                return true;
            default:
                return false;
        }
    }

    private static bool TakeControl(AppointmentQuery query, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        switch (name)
        {
            case var _ when Is(name, "_count"):
                TakeCount(query, value);
                return true;
            case var _ when Is(name, PageCursor.Parameter):
                query.Cursor = value.ToString();
                return true;
            case var _ when Is(name, "_sort"):
                TakeSort(query, value.Trim());
                return true;
            case var _ when Is(name, "_summary"):
                query.NumberOnly |= value.SequenceEqual("count");
                return true;
            case var _ when Is(name, "_total"):
                query.WithTotal |= value.SequenceEqual("accurate");
                return true;
            case var _ when Is(name, "_format"):
                query.Format ??= value.IsWhiteSpace() ? null : FhirNegotiation.IsName(value);
                return true;
            default:
                return Is(name, "_pretty");
        }
    }

    private static void TakeIdentifiers(AppointmentQuery query, ReadOnlySpan<char> value)
    {
        List<string> keys = [];
        List<string> valueKeys = [];
        Values(query, "identifier", value, (item, _) =>
        {
            var bar = item.IndexOf('|');
            if (bar < 0)
            {
                valueKeys.Add(IdentifierKey.Of(item.ToString()));
            }
            else if (bar < item.Length - 1)
            {
                // A bar without a system before it asks for an identifier that has none (R4 search, "token"); every one here has one.
                keys.Add(IdentifierKey.Of(item[..bar].Trim().ToString(), item[(bar + 1)..].Trim().ToString()));
            }
            else
            {
                query.Fault("identifier", "value", "No value after its system: expected system|value, or a value alone.");
            }
        });
        query.Filter.Identifiers.Add((keys, valueKeys));
    }

    private static void TakeStatus(ReadOnlySpan<char> item, List<string> to)
    {
        var bar = item.IndexOf('|');
        if (bar < 0 || item[..bar].SequenceEqual(StatusSystem))
        {
            var code = item[(bar + 1)..].Trim().ToString().ToLowerInvariant();
            to.Add(code == "no-show" ? AppointmentStatusCodes.NoShow : code);
        }
    }

    private static void TakePractitioner(ReadOnlySpan<char> item, List<string> to)
    {
        var value = OwnerTokens.ValueOf(item, IdentifierSystems.NationalPractitioner, out var isOurs);
        if (isOurs && NationalKeys.TryRead(OwnerKind.Practitioner, value, out var owner))
        {
            to.Add(owner.ToString());
        }
    }

    private static void TakeSpan(AppointmentQuery query, string parameter, ReadOnlySpan<char> value, List<AppointmentSpan> to)
    {
        value = value.Trim();
        var hasPrefix = value.Length > 2 && char.IsAsciiLetterLower(value[0]);
        if (!InstantRange.TryParse(hasPrefix ? value[2..] : value, out var range))
        {
            query.Fault(parameter, "value", "Not a date: expected a comparison such as ge and a date-time such as 2026-03-02T08:00:00.000+01:00.");
            return;
        }

        AppointmentSpan? span = (hasPrefix ? value[..2] : "eq") switch
        {
            "eq" => new AppointmentSpan(range.First, range.Last),
            "ge" => new AppointmentSpan(range.First, null),
            "gt" or "sa" => new AppointmentSpan(range.Last.AddTicks(1), null),
            "le" => new AppointmentSpan(null, range.Last),
            "lt" or "eb" => new AppointmentSpan(null, range.First.AddTicks(-1)),
            _ => null,
        };
        if (span is { } known)
        {
            to.Add(known);
        }
        else
        {
            query.Fault(parameter, "not-supported", "This comparison is not supported: use eq, ge, gt, le or lt.");
        }
    }

    private static void TakeCount(AppointmentQuery query, ReadOnlySpan<char> value)
    {
        if (int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            query.Count = count;
            query.NumberOnly |= count == 0;
        }
        else
        {
            query.Fault("_count", "value", "Not a whole number of entries.");
        }
    }

    private static void TakeSort(AppointmentQuery query, ReadOnlySpan<char> value)
    {
        AppointmentSort? sort = value switch
        {
            "_lastUpdated" => AppointmentSort.Updated,
            "-_lastUpdated" => AppointmentSort.UpdatedNewestFirst,
            "date" => AppointmentSort.Start,
            "-date" => AppointmentSort.StartLatestFirst,
            _ => null,
        };
        if (sort is { } known)
        {
            query.Filter.Sort = known;
        }
        else
        {
            query.Fault("_sort", "not-supported", "Appointments are sorted by one of _lastUpdated, -_lastUpdated, date, -date.");
        }
    }

    private static List<string> Values(AppointmentQuery query, string parameter, ReadOnlySpan<char> value, TakeValue take)
    {
        var values = new List<string>();
        foreach (var range in value.Split(','))
        {
            var item = value[range].Trim(" +");
            if (++query.Values > MostValues)
            {
                query.Fault(parameter, "too-costly", $"More than {MostValues} values in one search.");
                return values;
            }

            if (item.Length is 0 or > TextLengths.Identifier * 2)
            {
                query.Fault(parameter, "value", "A value is empty or too long.");
                return values;
            }

            take(item, values);
        }

        return values;
    }

    // The practitioner is an actor by identifier, so the modifier and the chain ask for the same.
    private static bool IsPractitioner(ReadOnlySpan<char> name)
    {
        var target = Is(name, "practitioner") || Is(name, "actor") ? [] : name[(name.IndexOfAny(":.") + 1)..];
        return (name.StartsWith("practitioner:", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("practitioner.", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("actor:", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("actor.", StringComparison.OrdinalIgnoreCase))
            && (Is(target, "identifier") || Is(target, "Practitioner.identifier"));
    }

    private static bool Is(ReadOnlySpan<char> name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static string Shown(ReadOnlySpan<char> name) => new(name.Length <= 80 ? name : name[..80]);

    private delegate void TakeValue(ReadOnlySpan<char> item, List<string> to);
}
