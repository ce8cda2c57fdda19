using System.Buffers;
using System.Globalization;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>
/// Reads the parameters of the contract's searches: strict about what the contract demands, tolerant in the forms that it met (CONTRACT §3.1–3.6, D07, D10–D12).
/// Names are compared without regard to case; parameters of the query and of a form are read one after the other into the same query.
/// </summary>
internal static class SearchParser
{
    public const string PractitionerIdentifier = "schedule.actor:Practitioner.identifier";
    public const string AssociationIdentifier = "actor:Location.organization.identifier";
    public const string HasStart = "_has:Slot:schedule:start";
    public const string HasStatus = "_has:Slot:schedule:status";
    public const int MaxParameters = 200;

    /// <param name="query">Cleared, or after an earlier part of the same search.</param>
    /// <param name="text">As sent, with or without its question mark.</param>
    /// <param name="strict">Whether unknown parameters are faults (<c>Prefer: handling=strict</c>).</param>
    public static void Read(SearchQuery query, ReadOnlySpan<char> text, bool strict)
    {
        var buffer = ArrayPool<char>.Shared.Rent(Math.Max(1, text.Length));
        try
        {
            var parameters = 0;
            var pairs = new RawQuery(text, buffer);
            while (pairs.MoveNext())
            {
                if (++parameters > MaxParameters)
                {
                    query.Fault("(query)", "too-costly", $"More than {MaxParameters} parameters.");
                    return;
                }

                if (!pairs.IsSound)
                {
                    query.Fault(Shown(pairs.Name), "invalid", "The percent-encoding is damaged, is not UTF-8, or hides a control character.");
                }
                else if (!TakeCommon(query, pairs.Name, pairs.Value)
                    && !(query.Kind == SearchKind.Slot ? TakeOfSlots(query, pairs.Name, pairs.Value) : TakeOfSchedules(query, pairs.Name, pairs.Value))
                    && strict)
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

    /// <summary>Notes the mandatory criteria that are missing. A search by ids needs none of them.</summary>
    public static void Complete(SearchQuery query)
    {
        if (query.Given.HasFlag(SearchCriteria.Ids))
        {
            return;
        }

        var (owners, start, status) = query.Kind == SearchKind.Slot
            ? (PractitionerIdentifier, "start", "status")
            : (AssociationIdentifier, HasStart, HasStatus);
        if (!query.Given.HasFlag(SearchCriteria.Owners) && query.Faults?.Exists(fault => fault.Parameter == owners) != true)
        {
            query.Fault(owners, "required", "Mandatory: one or more national identifiers, separated by commas.");
        }

        if (!query.Given.HasFlag(SearchCriteria.From))
        {
            query.Fault(start, "required", $"Mandatory: a lower bound, {start}=ge and a date-time.");
        }

        if (!query.Given.HasFlag(SearchCriteria.To))
        {
            query.Fault(start, "required", $"Mandatory: an upper bound, {start}=le and a date-time.");
        }

        if (!query.Given.HasFlag(SearchCriteria.Status))
        {
            query.Fault(status, "required", $"Mandatory: {status}=free.");
        }
    }

    private static bool TakeCommon(SearchQuery query, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        switch (name)
        {
            case var _ when Is(name, "_include") || Is(name, "_include:iterate") || Is(name, "_include:recurse") || Is(name, "_revinclude") || Is(name, "_revinclude:iterate"):
                IncludeParameters.Take(query, value, reverse: name.Contains("rev", StringComparison.OrdinalIgnoreCase));
                return true;
            case var _ when Is(name, "_count"):
                TakeCount(query, value);
                return true;
            case var _ when Is(name, "_summary"):
                query.NumberOnly |= value.SequenceEqual("count");
                return true;
            case var _ when Is(name, "_offset"):
                TakeOffset(query, value);
                return true;
            case var _ when Is(name, "_lastUpdated"):
                DateParameters.TakeLastUpdated(query, value);
                return true;
            case var _ when Is(name, "_security"):
                FilterParameters.TakeTokens(query, "_security", value);
                return true;
            case var _ when Is(name, "service-type"):
                FilterParameters.TakeTokens(query, "service-type", value);
                return true;
            case var _ when Is(name, "specialty"):
                FilterParameters.TakeTokens(query, "specialty", value);
                return true;
            case var _ when Is(name, "appointment-type"):
                FilterParameters.TakeTokens(query, "appointment-type", value);
                return true;
            case var _ when Is(name, "reorientation-package"):
                FilterParameters.TakeReorientation(query, value);
                return true;
            case var _ when Is(name, "identifier"):
                // No slot and no schedule of the contract has an identifier of its own, so none is found by one.
                query.FindsAny &= value.IsWhiteSpace();
                return true;
            case var _ when Is(name, "_format"):
                // A parameter without a value says nothing (R4 search, "Search Parameters").
                query.Format ??= value.IsWhiteSpace() ? null : FhirNegotiation.IsName(value);
                return true;
            default:
                return Is(name, "_pretty");
        }
    }

    private static bool TakeOfSlots(SearchQuery query, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        switch (name)
        {
            case var _ when Is(name, "start"):
                DateParameters.TakeStart(query, "start", value);
                return true;
            case var _ when Is(name, "status"):
                TakeStatus(query, "status", value);
                return true;
            case var _ when Is(name, PractitionerIdentifier) || Is(name, "schedule.actor.identifier") || Is(name, "schedule:Schedule.actor:Practitioner.identifier"):
                OwnerTokens.TakePractitioners(query, PractitionerIdentifier, value);
                return true;
            case var _ when Is(name, "_id"):
                FilterParameters.TakeIds(query, value);
                return true;
            case var _ when Is(name, "schedule") || Is(name, "schedule:Schedule"):
                FilterParameters.TakeSchedules(query, "schedule", value);
                return true;
            default:
                return false;
        }
    }

    private static bool TakeOfSchedules(SearchQuery query, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        switch (name)
        {
            case var _ when Is(name, HasStart) || Is(name, "start"):
                DateParameters.TakeStart(query, HasStart, value);
                return true;
            case var _ when Is(name, HasStatus) || Is(name, "status"):
                TakeStatus(query, HasStatus, value);
                return true;
            case var _ when Is(name, AssociationIdentifier) || Is(name, "actor.organization.identifier") || Is(name, "actor:Location.organization:Organization.identifier"):
                OwnerTokens.TakeAssociations(query, AssociationIdentifier, value);
                return true;
            case var _ when Is(name, "_id"):
                FilterParameters.TakeSchedules(query, "_id", value);
                return true;
            default:
                return false;
        }
    }

    private static bool Is(ReadOnlySpan<char> name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static void TakeStatus(SearchQuery query, string parameter, ReadOnlySpan<char> value)
    {
        query.Given |= SearchCriteria.Status;
        if (value.IsWhiteSpace())
        {
            query.Fault(parameter, "value", "The status is empty: expected free.");
            return;
        }

        var free = false;
        foreach (var range in value.Split(','))
        {
            var code = value[range].Trim();
            var bar = code.LastIndexOf('|');
            free |= code[(bar + 1)..].SequenceEqual("free");
        }

        query.FindsAny &= free;
    }

    private static void TakeCount(SearchQuery query, ReadOnlySpan<char> value)
    {
        if (!int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            query.Fault("_count", "value", "Not a whole number of entries.");
            return;
        }

        query.NumberOnly |= count == 0;
        query.PageSize = count;
    }

    private static void TakeOffset(SearchQuery query, ReadOnlySpan<char> value)
    {
        if (int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
        {
            query.Offset = offset;
        }
        else
        {
            query.Fault("_offset", "value", "Not a whole number of slots: use the link to the next page as it was given.");
        }
    }

    private static string Shown(ReadOnlySpan<char> name) => new(name.Length <= 80 ? name : name[..80]);
}
