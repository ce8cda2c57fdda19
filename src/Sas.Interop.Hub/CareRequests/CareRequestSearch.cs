using System.Buffers;
using System.Globalization;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.CareRequests;

/// <summary>Reads the parameters of a search for ServiceRequests.</summary>
internal sealed class CareRequestSearch
{
    public const int UsualCount = 50;
    public const int MostCount = 250;
    private const int MostParameters = 50;
    private const int LongestValue = 512;

    public OrientationFilter Filter { get; private set; } = new() { Kind = OrientationKind.Marketplace };

    public OrientationCursor? After { get; private set; }

    public int Count { get; private set; } = UsualCount;

    public List<QueryFault> Faults { get; } = [];

    /// <param name="text">As sent, with or without its question mark.</param>
    /// <param name="strict">Whether unknown parameters are faults (<c>Prefer: handling=strict</c>).</param>
    public static CareRequestSearch Read(ReadOnlySpan<char> text, bool strict)
    {
        var search = new CareRequestSearch();
        var buffer = ArrayPool<char>.Shared.Rent(Math.Max(1, text.Length));
        try
        {
            var pairs = new RawQuery(text, buffer);
            for (var number = 1; pairs.MoveNext(); number++)
            {
                var name = pairs.Name.Length <= 80 ? pairs.Name.ToString() : pairs.Name[..80].ToString();
                if (number > MostParameters)
                {
                    search.Fault("(query)", "too-costly", $"More than {MostParameters} parameters.");
                    return search;
                }

                if (!pairs.IsSound || pairs.Value.Length > LongestValue)
                {
                    search.Fault(name, "invalid", "The value is too long, or its percent-encoding is damaged.");
                }
                else if (!search.Take(name, pairs.Value.Trim().ToString()) && strict)
                {
                    search.Fault(name, "not-supported", "This parameter is not known here, and the request asks for strict handling.");
                }
            }

            return search;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private bool Take(string name, string value)
    {
        switch (name)
        {
            case "_id":
                Filter = Filter with { Id = value };
                return true;
            case "requester:identifier" or "requester.identifier":
                TakeRequester(value);
                return true;
            case "performer:identifier" or "performer.identifier":
                // Nobody is known by what has no shape of an identifier.
                Filter = Filter with { Owner = NationalKeys.TryRead(OwnerKind.Practitioner, Token(value).Value, out var owner) ? owner.ToString() : string.Empty };
                return true;
            case "status":
                Filter = Filter with { States = [.. value.Split(',').SelectMany(static status => CareRequestDocument.StatesOf(status.Trim()))] };
                return true;
            case "_lastUpdated":
                TakeLastUpdated(value);
                return true;
            case "_count":
                TakeCount(value);
                return true;
            case "_cursor":
                TakeCursor(value);
                return true;
            default:
                return name is "_format" or "_pretty";
        }
    }

    private void TakeRequester(string value)
    {
        var token = Token(value);
        Filter = Filter with { RegulatorSystem = token.System, RegulatorValue = token.Value };
    }

    private void TakeLastUpdated(string value)
    {
        var hasPrefix = value.Length > 2 && char.IsAsciiLetterLower(value[0]);
        if (!InstantRange.TryParse(hasPrefix ? value[2..] : value, out var range))
        {
            Fault("_lastUpdated", "value", "Not a date: expected ge or lt and a date-time such as 2026-03-02T08:00:00.000+01:00.");
            return;
        }

        var next = range.Last.AddTicks(1);
        (DateTimeOffset? From, DateTimeOffset? To) bounds = (hasPrefix ? value[..2] : "eq") switch
        {
            "ge" => (range.First, null),
            "gt" or "sa" => (next, null),
            "le" => (null, next),
            "lt" or "eb" => (null, range.First),
            "eq" => (range.First, next),
            _ => (DateTimeOffset.MaxValue, DateTimeOffset.MinValue),
        };
        if (bounds.From > bounds.To)
        {
            Fault("_lastUpdated", "not-supported", "This comparison is not supported: use ge, gt, le, lt or eq.");
            return;
        }

        Filter = Filter with
        {
            ChangedFrom = bounds.From > Filter.ChangedFrom || Filter.ChangedFrom is null ? bounds.From ?? Filter.ChangedFrom : Filter.ChangedFrom,
            ChangedTo = bounds.To < Filter.ChangedTo || Filter.ChangedTo is null ? bounds.To ?? Filter.ChangedTo : Filter.ChangedTo,
        };
    }

    private void TakeCount(string value)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= MostCount)
        {
            Count = count;
        }
        else
        {
            Fault("_count", "value", string.Create(CultureInfo.InvariantCulture, $"Must be a number from 1 to {MostCount}."));
        }
    }

    private void TakeCursor(string value)
    {
        if (OrientationCursor.TryParse(value, out var cursor))
        {
            After = cursor;
        }
        else
        {
            Fault("_cursor", "value", "Must come from the link to the next page.");
        }
    }

    private void Fault(string parameter, string code, string message) => Faults.Add(new QueryFault(parameter, code, message));

    private static (string? System, string Value) Token(string value)
    {
        var bar = value.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? (null, value) : (bar == 0 ? null : value[..bar], value[(bar + 1)..]);
    }
}
