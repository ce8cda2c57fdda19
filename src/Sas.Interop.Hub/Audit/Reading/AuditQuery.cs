using System.Globalization;

using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Persistence.Audit;

namespace Sas.Interop.Hub.Audit.Reading;

/// <summary>Reads the parameters of a search for audit events; every fault is told at once.</summary>
internal sealed class AuditQuery
{
    public const int LargestPage = 500;

    /// <summary>Where the next page begins: before this number.</summary>
    public const string Cursor = "_before";

    private const int UsualPage = 50;
    private const int MostParameters = 50;
    private const int MostValues = 50;
    private const int LongestValue = 256;
    private readonly List<QueryFault> _faults = [];

    public AuditFilter Filter { get; private set; } = AuditFilter.Everything;

    public int Count { get; private set; } = UsualPage;

    public long? Before { get; private set; }

    /// <summary>Whether no record can be meant, since two parameters exclude each other.</summary>
    public bool IsEmpty { get; private set; }

    public IReadOnlyList<QueryFault> Faults => _faults;

    /// <param name="request">Its address has parameters.</param>
    /// <param name="form">More of them, from the body; null for none.</param>
    public static AuditQuery Read(HttpRequest request, string? form = null)
    {
        var query = new AuditQuery();
        var strict = QueryFaults.IsStrict(request);
        KeyValuePair<string, StringValues>[] parameters = [.. request.Query, .. QueryHelpers.ParseQuery(form)];
        if (parameters.Length > MostParameters)
        {
            query.Fault("(query)", "too-costly", $"More than {MostParameters} parameters.");
            return query;
        }

        foreach (var (name, values) in parameters)
        {
            foreach (var value in values)
            {
                if (!query.Take(name, (value ?? string.Empty).Trim()) && strict)
                {
                    query.Fault(name.Length <= 80 ? name : name[..80], "not-supported", "This parameter is not known here, and the request asks for strict handling.");
                }
            }
        }

        return query;
    }

    /// <summary>Reads the bounds of a date alone.</summary>
    public void TakeBounds(string? from, string? to)
    {
        TakeBound("from", "ge", from);
        TakeBound("to", "le", to);
    }

    private void TakeBound(string name, string comparison, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            TakeDate(name, comparison, value);
        }
    }

    private bool Take(string name, string value)
    {
        switch (name)
        {
            case "date":
                TakeDate("date", value.Length > 2 && char.IsAsciiLetterLower(value[0]) ? value[..2] : "eq", value.Length > 2 && char.IsAsciiLetterLower(value[0]) ? value[2..] : value);
                return true;
            case "agent" or "agent:identifier" or "agent.identifier":
                Filter = Filter with { Callers = Joined("agent", Filter.Callers, Codes("agent", value)) };
                return true;
            case "action":
                Filter = Filter with { Interactions = Joined("action", Filter.Interactions, Known("action", value, static code => AuditCodes.InteractionsOf(code))) };
                return true;
            case "outcome":
                TakeOutcome(value);
                return true;
            case "entity":
                Filter = Filter with { Entities = Joined("entity", Filter.Entities, Values("entity", value)) };
                return true;
            case "type":
                Filter = Filter with { Kinds = Joined("type", Filter.Kinds, Known("type", value, static code => AuditCodes.KindsOf(code, bySubtype: false))) };
                return true;
            case "subtype":
                TakeSubtype(value);
                return true;
            case "trace":
                TakeTrace(value);
                return true;
            default:
                return TakeControl(name, value);
        }
    }

    private bool TakeControl(string name, string value)
    {
        switch (name)
        {
            case "_id":
                var isNumber = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id);
                IsEmpty |= !isNumber || (Filter.Number is { } other && other != id);
                Filter = Filter with { Number = isNumber ? id : Filter.Number };
                return true;
            case "_count":
                Count = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? Math.Min(count, LargestPage) : Wrong("_count", "Not a number of entries from 1 on.", Count);
                return true;
            case Cursor:
                Before = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : Wrong(Cursor, "Not a place that a link of this search has told.", Before);
                return true;
            default:
                return name is "_format" or "_pretty";
        }
    }

    private void TakeDate(string name, string comparison, string text)
    {
        if (!InstantRange.TryParse(text, out var range))
        {
            Fault(name, "value", "Not a date: expected a date-time such as 2026-03-02T08:00:00.000+01:00, after a comparison such as ge where there is one.");
            return;
        }

        var (from, to) = comparison switch
        {
            "eq" => ((DateTimeOffset?)range.First, (DateTimeOffset?)range.Last),
            "ge" => (range.First, null),
            "gt" or "sa" => (range.Last.AddTicks(1), null),
            "le" => (null, range.Last),
            "lt" or "eb" => (null, range.First.AddTicks(-1)),
            _ => (null, null),
        };
        if ((from, to) is (null, null))
        {
            Fault(name, "not-supported", "This comparison is not supported: use eq, ge, gt, le or lt.");
        }

        Filter = Filter with { From = from > Filter.From || Filter.From is null ? from ?? Filter.From : Filter.From, To = to < Filter.To || Filter.To is null ? to ?? Filter.To : Filter.To };
    }

    private void TakeOutcome(string value)
    {
        var wanted = AuditOutcomes.None;
        foreach (var code in Codes("outcome", value))
        {
            wanted |= code switch { "0" => AuditOutcomes.Done, "4" => AuditOutcomes.Refused, "8" => AuditOutcomes.Failed, "12" => AuditOutcomes.None, _ => Wrong("outcome", "Expected 0, 4, 8 or 12.", AuditOutcomes.None) };
        }

        Filter = Filter with { Outcomes = Filter.Outcomes is { } before ? before & wanted : wanted };
    }

    private void TakeSubtype(string value)
    {
        var codes = Codes("subtype", value);
        var interactions = codes.Where(AuditCodes.IsInteraction).ToList();
        var kinds = codes.SelectMany(static code => AuditCodes.KindsOf(code, bySubtype: true)).ToList();
        if (interactions.Count > 0 && kinds.Count > 0)
        {
            Fault("subtype", "not-supported", "Kinds of calls and kinds of other events cannot be sought together.");
        }
        else if (kinds.Count > 0)
        {
            Filter = Filter with { Kinds = Joined("subtype", Filter.Kinds, kinds) };
        }
        else
        {
            Filter = Filter with { Interactions = Joined("subtype", Filter.Interactions, interactions) };
        }
    }

    private void TakeTrace(string value)
    {
        var trace = value.ToLowerInvariant();
        IsEmpty |= Filter.TraceId is { } other && other != trace;
        Filter = trace.Length == AuditRow.TraceLength && trace.All(char.IsAsciiHexDigit)
            ? Filter with { TraceId = trace }
            : Wrong("trace", "Expected 32 hexadecimal digits, as an answer told them in X-Request-Id.", Filter);
    }

    /// <summary>A parameter that comes twice, or two that decide on the same: only what fits both.</summary>
    private IReadOnlyList<string> Joined(string name, IReadOnlyList<string> before, IReadOnlyList<string> wanted)
    {
        IReadOnlyList<string> joined = before.Count == 0 ? wanted : [.. before.Intersect(wanted, StringComparer.Ordinal)];
        IsEmpty |= joined.Count == 0 && _faults.TrueForAll(fault => fault.Parameter != name);
        return joined;
    }

    private List<string> Known(string name, string value, Func<string, IEnumerable<string>> meaning) => [.. Codes(name, value).SelectMany(meaning)];

    private List<string> Codes(string name, string value) => Values(name, value).ConvertAll(static item => item[(item.IndexOf('|', StringComparison.Ordinal) + 1)..]);

    private List<string> Values(string name, string value)
    {
        var values = value.Split(',', StringSplitOptions.TrimEntries).ToList();
        return values.Count <= MostValues && values.TrueForAll(static item => item.Length is > 0 and <= LongestValue)
            ? values
            : Wrong<List<string>>(name, $"Expected 1 to {MostValues} values of 1 to {LongestValue} characters, with commas between them.", []);
    }

    private T Wrong<T>(string name, string message, T instead)
    {
        Fault(name, "value", message);
        return instead;
    }

    private void Fault(string name, string code, string message) => _faults.Add(new QueryFault(name, code, message));
}
