using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>Reads R4's own criteria on slots into a <see cref="SlotFilter"/>.</summary>
internal static class FilterParameters
{
    private const int MaxValues = 1000;

    /// <summary><c>_id</c> of slots.</summary>
    public static void TakeIds(SearchQuery query, ReadOnlySpan<char> value)
    {
        var ids = new HashSet<(OwnerKey, ulong)>();
        var first = query.BeginOwners();
        if (!TakeEach(query, "_id", value, (query, item) =>
            {
                if (ReferenceIds.TryReadSlot(item, out var owner, out var slot) && owner.Kind == query.OwnerKind)
                {
                    ids.Add((owner, slot));
                    query.AddOwner(owner, first);
                }
            }))
        {
            return;
        }

        query.EndOwners(first);
        query.Given |= SearchCriteria.Ids;
        var filter = query.NeedFilter();
        filter.Slots?.IntersectWith(ids);
        filter.Slots ??= ids;
    }

    /// <summary><c>schedule</c>: references to schedules, or <c>_id</c> of schedules.</summary>
    public static void TakeSchedules(SearchQuery query, string parameter, ReadOnlySpan<char> value)
    {
        var ids = new HashSet<(OwnerKey, PlaceId)>();
        var first = query.BeginOwners();
        if (!TakeEach(query, parameter, value, (query, item) =>
            {
                if (ReferenceIds.TryReadPlace(ReferenceIds.IdOf(item, "Schedule"), out var owner, out var place) && owner.Kind == query.OwnerKind)
                {
                    ids.Add((owner, place));
                    query.AddOwner(owner, first);
                }
            }))
        {
            return;
        }

        query.EndOwners(first);
        query.Given |= SearchCriteria.Ids;
        var filter = query.NeedFilter();
        filter.Schedules?.IntersectWith(ids);
        filter.Schedules ??= ids;
    }

    public static void TakeTokens(SearchQuery query, string parameter, ReadOnlySpan<char> value)
    {
        var criterion = new TokenCriterion();
        if (TakeEach(query, parameter, value, (_, item) => criterion.TryAdd(item)))
        {
            query.NeedFilter().Tokens(parameter)?.Add(criterion);
        }
    }

    public static void TakeReorientation(SearchQuery query, ReadOnlySpan<char> value)
    {
        if (bool.TryParse(value, out var wanted))
        {
            query.NeedFilter().ReorientationPackage = wanted;
        }
        else
        {
            query.Fault("reorientation-package", "value", "Expected true or false.");
        }
    }

    private static bool TakeEach(SearchQuery query, string parameter, ReadOnlySpan<char> value, TakeItem take)
    {
        var count = 0;
        foreach (var range in value.Split(','))
        {
            var item = value[range].Trim(" +");
            if (item.Length == 0)
            {
                query.Fault(parameter, "value", "A value is empty.");
                return false;
            }

            if (++count > MaxValues)
            {
                query.Fault(parameter, "too-costly", $"More than {MaxValues} values.");
                return false;
            }

            take(query, item);
        }

        return true;
    }

    private delegate void TakeItem(SearchQuery query, ReadOnlySpan<char> item);
}
