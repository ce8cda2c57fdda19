using System.Buffers;
using System.Globalization;

using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>Reads the query of <c>GET /fhir/Slot</c>: strict about what the contract demands, tolerant in the forms that it met (CONTRACT §3.1, §3.2, §3.6, D10–D12).</summary>
internal static class SlotSearchParser
{
    public const string Identifier = "schedule.actor:Practitioner.identifier";
    public const int MaxParameters = 200;
    public const int MaxIdentifiers = 1000;
    private const int LongestToken = 256;

    /// <param name="query">As sent, with or without its question mark.</param>
    /// <param name="strict">Whether unknown parameters are faults (<c>Prefer: handling=strict</c>).</param>
    /// <returns>The query; with <see cref="SlotSearchQuery.Faults"/> when it cannot be answered.</returns>
    public static SlotSearchQuery Parse(ReadOnlySpan<char> query, bool strict)
    {
        var result = new SlotSearchQuery();
        var buffer = ArrayPool<char>.Shared.Rent(Math.Max(1, query.Length));
        var seen = default(Seen);
        try
        {
            var parameters = 0;
            var pairs = new RawQuery(query, buffer);
            while (pairs.MoveNext())
            {
                if (++parameters > MaxParameters)
                {
                    result.Fault("(query)", "too-costly", $"More than {MaxParameters} parameters.");
                    break;
                }

                if (pairs.IsSound)
                {
                    Take(result, ref seen, pairs.Name, pairs.Value, strict);
                }
                else
                {
                    result.Fault(Shown(pairs.Name), "invalid", "The percent-encoding is damaged, is not UTF-8, or hides a control character.");
                }
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }

        Complete(result, seen);
        return result;
    }

    private static void Take(SlotSearchQuery query, ref Seen seen, ReadOnlySpan<char> name, ReadOnlySpan<char> value, bool strict)
    {
        switch (name)
        {
            case var _ when Is(name, "start"):
                TakeStart(query, ref seen, value);
                break;
            case var _ when Is(name, "status"):
                seen.Status = true;
                TakeStatus(query, value);
                break;
            case var _ when Is(name, Identifier) || Is(name, "schedule.actor.identifier") || Is(name, "schedule:Schedule.actor:Practitioner.identifier"):
                TakeIdentifiers(query, seen.Identifier, value);
                seen.Identifier = true;
                break;
            case var _ when Is(name, "_include") || Is(name, "_include:iterate") || Is(name, "_include:recurse"):
                TakeInclude(query, value);
                break;
            case var _ when Is(name, "_count"):
                TakeCount(query, value);
                break;
            case var _ when Is(name, "_format") || Is(name, "_pretty"):
                break; // Judged with the Accept header, before the search.
            default:
                if (strict)
                {
                    query.Fault(Shown(name), "not-supported", "This parameter is not known here, and the request asks for strict handling.");
                }

                break;
        }
    }

    private static bool Is(ReadOnlySpan<char> name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static void TakeStart(SlotSearchQuery query, ref Seen seen, ReadOnlySpan<char> value)
    {
        value = value.Trim();
        var prefix = value.Length > 2 && char.IsAsciiLetterLower(value[0]) ? value[..2] : "eq";
        var date = prefix is "eq" && !value.StartsWith("eq") ? value : value[2..];
        if (!InstantRange.TryParse(date, out var range))
        {
            query.Fault("start", "value", "Not a date: expected ge or le and a date-time such as 2026-03-02T08:00:00.000+01:00.");
            return;
        }

        switch (prefix)
        {
            case "ge":
                Lower(query, ref seen, range.First);
                break;
            case "gt":
                Lower(query, ref seen, range.Last + TimeSpan.FromTicks(1));
                break;
            case "le":
                Upper(query, ref seen, range.Last);
                break;
            case "lt":
                Upper(query, ref seen, range.First - TimeSpan.FromTicks(1));
                break;
            case "eq":
                Lower(query, ref seen, range.First);
                Upper(query, ref seen, range.Last);
                break;
            default:
                query.Fault("start", "not-supported", "This comparison is not supported: use ge and le.");
                break;
        }
    }

    private static void Lower(SlotSearchQuery query, ref Seen seen, DateTimeOffset instant)
    {
        seen.Lower = true;
        query.From = instant > query.From ? instant : query.From;
    }

    private static void Upper(SlotSearchQuery query, ref Seen seen, DateTimeOffset instant)
    {
        seen.Upper = true;
        query.To = instant < query.To ? instant : query.To;
    }

    private static void TakeStatus(SlotSearchQuery query, ReadOnlySpan<char> value)
    {
        if (value.IsWhiteSpace())
        {
            query.Fault("status", "value", "The status is empty: expected free.");
            return;
        }

        var free = false;
        foreach (var range in value.Split(','))
        {
            var code = value[range].Trim();
            var bar = code.LastIndexOf('|');
            free |= code[(bar + 1)..].SequenceEqual("free");
        }

        query.WantsFree &= free;
    }

    private static void TakeIdentifiers(SlotSearchQuery query, bool repeated, ReadOnlySpan<char> value)
    {
        var first = repeated ? query.Owners.Length : 0;
        var count = 0;
        foreach (var range in value.Split(','))
        {
            if (++count > MaxIdentifiers)
            {
                query.Fault(Identifier, "too-costly", $"More than {MaxIdentifiers} identifiers in one search.");
                return;
            }

            var token = value[range].Trim(" +");
            if (token.Length is 0 or > LongestToken)
            {
                query.Fault(Identifier, "value", $"Identifier {count} is empty or too long: expected urn:oid:1.2.250.1.71.4.2.1|8 and eleven digits.");
                return;
            }

            if (!TryReadToken(query, token, first))
            {
                query.Fault(Identifier, "value", $"Identifier {count} has no value after its system: expected urn:oid:1.2.250.1.71.4.2.1|8 and eleven digits.");
                return;
            }
        }

        if (repeated)
        {
            query.IntersectFrom(first);
        }
    }

    /// <returns>False for a token without a value. An identifier that can belong to nobody here is no fault: it finds nothing (CONTRACT §2.2).</returns>
    private static bool TryReadToken(SlotSearchQuery query, ReadOnlySpan<char> token, int first)
    {
        const string authority = IdentifierSystems.NationalPractitioner;
        var bar = token.IndexOf('|');
        var system = bar < 0 ? default : token[..bar].Trim();
        var value = token[(bar + 1)..].Trim();

        // A percent sign lost on the way leaves "7C" between system and value (D10).
        if (bar < 0 && token.StartsWith(authority, StringComparison.Ordinal) && token[authority.Length..].StartsWith("7C", StringComparison.OrdinalIgnoreCase))
        {
            value = token[(authority.Length + 2)..];
        }

        if (value.Length == 0)
        {
            return false;
        }

        if ((system.Length == 0 || system.SequenceEqual(authority)) && PractitionerKeys.TryRead(value, out var owner))
        {
            query.AddOwner(owner, first);
        }

        return true;
    }

    private static void TakeInclude(SlotSearchQuery query, ReadOnlySpan<char> value)
    {
        foreach (var range in value.Split(','))
        {
            var include = value[range].Trim();
            query.IncludeSchedules |= Is(include, "Slot:schedule") || Is(include, "Slot:schedule:Schedule");
            query.IncludeActors |= include.StartsWith("Schedule:actor", StringComparison.OrdinalIgnoreCase);
        }
    }

    private static void TakeCount(SlotSearchQuery query, ReadOnlySpan<char> value)
    {
        if (!int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            query.Fault("_count", "value", "Not a whole number of entries.");
            return;
        }

        query.NumberOnly = count == 0;
    }

    private static void Complete(SlotSearchQuery query, Seen seen)
    {
        if (!seen.Identifier)
        {
            query.Fault(Identifier, "required", "Mandatory: one or more national identifiers, separated by commas.");
        }

        if (!seen.Lower && query.Faults?.Exists(static fault => fault.Parameter == "start") != true)
        {
            query.Fault("start", "required", "Mandatory: a lower bound, start=ge and a date-time.");
        }

        if (!seen.Upper && query.Faults?.Exists(static fault => fault.Parameter == "start" && fault.IssueCode != "required") != true)
        {
            query.Fault("start", "required", "Mandatory: an upper bound, start=le and a date-time.");
        }

        if (!seen.Status)
        {
            query.Fault("status", "required", "Mandatory: status=free.");
        }
    }

    private static string Shown(ReadOnlySpan<char> name) => new(name.Length <= 80 ? name : name[..80]);

    private struct Seen
    {
        public bool Identifier;
        public bool Lower;
        public bool Upper;
        public bool Status;
    }
}
