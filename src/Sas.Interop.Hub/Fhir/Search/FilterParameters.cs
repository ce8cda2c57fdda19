using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>Reads R4's own criteria on slots into a <see cref="SlotFilter"/>.</summary>
internal static class FilterParameters
{
    private const int MaxValues = 1000;

    private delegate void TakeItem(SearchQuery query, ReadOnlySpan<char> item);

    private delegate bool TryReadId<T>(ReadOnlySpan<char> item, out OwnerKey owner, out T id);

    /// <summary><c>_id</c> of slots.</summary>
    public static void TakeIds(SearchQuery query, ReadOnlySpan<char> value)
    {
        if (TakeOwned<ulong>(query, "_id", value, ReferenceIds.TryReadSlot) is { } ids)
        {
            var filter = query.NeedFilter();
            filter.Slots?.IntersectWith(ids);
            filter.Slots ??= ids;
        }
    }

    /// <summary><c>schedule</c>: references to schedules, or <c>_id</c> of schedules.</summary>
    public static void TakeSchedules(SearchQuery query, string parameter, ReadOnlySpan<char> value)
    {
        if (TakeOwned<PlaceId>(query, parameter, value, static (item, out owner, out place) => ReferenceIds.TryReadPlace(ReferenceIds.IdOf(item, "Schedule"), out owner, out place)) is { } ids)
        {
            var filter = query.NeedFilter();
            filter.Schedules?.IntersectWith(ids);
            filter.Schedules ??= ids;
        }
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

    /// <summary>Reads ids that name their owner. One of nobody, or of another flow's owner, finds nothing.</summary>
    /// <returns>The ids; null after a fault.</returns>
    private static HashSet<(OwnerKey Owner, T Id)>? TakeOwned<T>(SearchQuery query, string parameter, ReadOnlySpan<char> value, TryReadId<T> tryRead)
    {
        var ids = new HashSet<(OwnerKey, T)>();
        var first = query.BeginOwners();
        var taken = TakeEach(query, parameter, value, (query, item) =>
        {
            if (tryRead(item, out var owner, out var id) && owner.Kind == query.OwnerKind)
            {
                ids.Add((owner, id));
                query.AddOwner(owner, first);
            }
        });
        if (!taken)
        {
            return null;
        }

        query.EndOwners(first);
        query.Given |= SearchCriteria.Ids;
        return ids;
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
}
