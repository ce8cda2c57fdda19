using Sas.Interop.Contracts.Booking;

namespace Sas.Interop.Hub.Persistence.Regulators;

/// <summary>Gives identifiers to accounts.</summary>
internal static class RegulatorNames
{
    /// <summary>The account gets the identifiers as its current ones, and another one as an alias when nobody has it; who held them before has them no more.</summary>
    public static void Take(HubContext context, RegulatorScene scene, RegulatorRow account, (IReadOnlyList<RegulatorKey> Current, RegulatorKey? Alias, DateTimeOffset Now) names)
    {
        foreach (var key in names.Current)
        {
            if (scene.Find(key) is not { } row)
            {
                context.Add(Row(key, account, isCurrent: true, names.Now));
            }
            else if (row.RegulatorId != account.Id || !row.IsCurrent)
            {
                (row.RegulatorId, row.IsCurrent, row.Since) = (account.Id, true, names.Now);
            }
        }

        if (names.Alias is { } alias && !names.Current.Contains(alias) && scene.Find(alias) is null)
        {
            context.Add(Row(alias, account, isCurrent: false, names.Now));
        }
    }

    /// <summary>Whether both say the same; the order of identifiers beyond the first says nothing.</summary>
    public static bool IsSame(RegulatorState one, RegulatorState other) =>
        (one.Family, one.Given, one.Email, one.Active) == (other.Family, other.Given, other.Email, other.Active)
        && one.Identifiers[0] == other.Identifiers[0]
        && one.Identifiers.ToHashSet().SetEquals(other.Identifiers);

    private static RegulatorIdentifierRow Row(RegulatorKey key, RegulatorRow account, bool isCurrent, DateTimeOffset now) => new()
    {
        Key = RegulatorScene.KeyOf(key),
        System = key.System,
        Value = key.Value,
        RegulatorId = account.Id,
        IsCurrent = isCurrent,
        Since = now,
    };
}
