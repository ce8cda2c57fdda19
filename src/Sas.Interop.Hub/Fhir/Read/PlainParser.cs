using System.Buffers;
using System.Globalization;

using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>Reads the parameters of plain searches, as tolerantly as those of the contract's searches are read (CONTRACT §3.6).</summary>
internal static class PlainParser
{
    /// <param name="query">New, or after an earlier part of the same search.</param>
    /// <param name="text">As sent, with or without its question mark.</param>
    /// <param name="strict">Whether unknown parameters are faults (<c>Prefer: handling=strict</c>).</param>
    public static void Read(PlainQuery query, ReadOnlySpan<char> text, bool strict)
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
                else if (!TakeControl(query, pairs.Name, pairs.Value) && !TakeCriterion(query, pairs.Name, pairs.Value) && strict)
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

    /// <summary>Notes that there is no criterion at all: nobody gets everything.</summary>
    public static void Complete(PlainQuery query)
    {
        var names = PlainParameters.Of(query.Type).Select(static parameter => parameter.Name).ToList();
        if (query.Criteria.Count == 0 && query.Faults.Count == 0)
        {
            query.Fault(names[0], "required", $"One criterion is mandatory: {string.Join(", ", names.SkipLast(1))} or {names[^1]}.");
        }
    }

    /// <summary>Whether a search for schedules is a plain one: it names a criterion of a plain one and none of the search for SOS Médecins.</summary>
    public static bool IsOfSchedules(ReadOnlySpan<char> query, ReadOnlySpan<char> form)
    {
        var (plain, other) = (false, false);
        Note(query, ref plain, ref other);
        Note(form, ref plain, ref other);
        return plain && !other;
    }

    private static void Note(ReadOnlySpan<char> text, ref bool plain, ref bool other)
    {
        var buffer = ArrayPool<char>.Shared.Rent(Math.Max(1, text.Length));
        var pairs = new RawQuery(text, buffer);
        for (var i = 0; i < SearchParser.MaxParameters && pairs.MoveNext(); i++)
        {
            other |= pairs.Name.StartsWith("_has:", StringComparison.OrdinalIgnoreCase)
                || pairs.Name.StartsWith("actor:Location.", StringComparison.OrdinalIgnoreCase)
                || pairs.Name.Contains("organization", StringComparison.OrdinalIgnoreCase);
            plain |= PlainParameters.Find(ServedType.Schedule, pairs.Name) is not null;
        }

        ArrayPool<char>.Shared.Return(buffer);
    }

    private static bool TakeCriterion(PlainQuery query, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (PlainParameters.Find(query.Type, name) is not { } parameter)
        {
            return false;
        }

        var sought = new List<Sought>();
        foreach (var range in value.Split(','))
        {
            var item = value[range].Trim(" +");
            if (++query.Values > OwnerTokens.MaxIdentifiers)
            {
                query.Fault(parameter.Name, "too-costly", $"More than {OwnerTokens.MaxIdentifiers} values in one search.");
                return true;
            }

            var fault = item.Length is 0 or > OwnerTokens.LongestToken ? "A value is empty or too long." : parameter.Read(item, sought);
            if (fault is not null)
            {
                query.Fault(parameter.Name, "value", fault);
                return true;
            }
        }

        query.Criteria.Add(sought);
        return true;
    }

    private static bool TakeControl(PlainQuery query, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        switch (name)
        {
            case var _ when Is(name, "_include") || Is(name, "_include:iterate") || Is(name, "_include:recurse"):
                query.Includes |= LinksOf(value);
                return true;
            case var _ when Is(name, "_revinclude") || Is(name, "_revinclude:iterate") || Is(name, "_revinclude:recurse"):
                query.Reverse |= LinksOf(value);
                return true;
            case var _ when Is(name, "_summary"):
                query.NumberOnly |= value.SequenceEqual("count");
                return true;
            case var _ when Is(name, "_count"):
                query.PageSize = TakeNumber(query, "_count", value);
                query.NumberOnly |= query.PageSize == 0;
                return true;
            case var _ when Is(name, "_offset"):
                query.Offset = TakeNumber(query, "_offset", value) ?? 0;
                return true;
            case var _ when Is(name, "_format"):
                query.Format ??= value.IsWhiteSpace() ? null : FhirNegotiation.IsName(value);
                return true;
            default:
                return Is(name, "_pretty");
        }
    }

    private static int? TakeNumber(PlainQuery query, string parameter, ReadOnlySpan<char> value)
    {
        if (int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        query.Fault(parameter, "value", "Not a whole number of entries.");
        return null;
    }

    private static ResourceLinks LinksOf(ReadOnlySpan<char> value)
    {
        var links = ResourceLinks.None;
        foreach (var range in value.Split(','))
        {
            links |= value[range].Trim() switch
            {
                "Schedule:actor" => ResourceLinks.ScheduleToPractitioner | ResourceLinks.ScheduleToRole | ResourceLinks.ScheduleToLocation,
                "Schedule:actor:Practitioner" => ResourceLinks.ScheduleToPractitioner,
                "Schedule:actor:PractitionerRole" => ResourceLinks.ScheduleToRole,
                "Schedule:actor:Location" => ResourceLinks.ScheduleToLocation,
                "PractitionerRole:practitioner" or "PractitionerRole:practitioner:Practitioner" => ResourceLinks.RoleToPractitioner,
                "Location:organization" or "Location:organization:Organization" => ResourceLinks.LocationToOrganization,
                "HealthcareService:organization" or "HealthcareService:organization:Organization" => ResourceLinks.ServiceToOrganization,
                _ => ResourceLinks.None,
            };
        }

        return links;
    }

    private static bool Is(ReadOnlySpan<char> name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static string Shown(ReadOnlySpan<char> name) => new(name.Length <= 80 ? name : name[..80]);
}
