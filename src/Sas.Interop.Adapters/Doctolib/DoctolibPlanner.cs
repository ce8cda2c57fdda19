using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Doctolib;

/// <summary>
/// Chooses what to ask: only motives open to new patients, each with the agendas that list it for the place and take bookings. Crossing all agendas with all
/// motives would give times that nobody can book (VENDORS §3, "Quirks").
/// </summary>
internal sealed class DoctolibPlanner(DoctolibOptions options)
{
    /// <summary>More would make an address longer than servers take.</summary>
    private const int MaxAgendas = 400;

    private readonly HashSet<string> _references = [.. options.ReferenceMotives.Select(static id => id.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    public Outcome<DoctolibPlan> Plan(PullTarget target, DoctolibProfile profile)
    {
        var placed = DoctolibPractices.Find(target, profile);
        if (!placed.IsSuccess)
        {
            return placed.Error;
        }

        var (practices, place) = placed.Value;
        var wanted = target.KeyList("agendas");
        var known = profile.Agendas.Where(agenda => !agenda.Id.IsEmpty && (wanted is null || wanted.Contains(agenda.Id.Value))).ToArray();
        if (wanted is not null && known.Length == 0)
        {
            return new HubError(HubErrorCode.VendorUnknownTarget, "The profile holds none of the agendas that the directory names.");
        }

        var here = known.Where(agenda => practices.Any(practice => Serves(agenda, practice))).ToArray();
        var open = here.Where(static agenda => agenda is { BookingDisabled: false, BookingTemporaryDisabled: false }).ToArray();
        if (open.Length == 0)
        {
            return new DoctolibPlan(practices, [], place, TelephoneOnly: true);
        }

        var requests = Requests(target, profile, practices, open);
        var fault = requests.SelectMany(static request => request.Motives.Concat(request.Agendas)).Concat(practices).FirstOrDefault(static id => !IsNumber(id));
        if (fault is not null)
        {
            return new HubError(HubErrorCode.VendorInvalidValue, "An identifier of the profile is not a number.");
        }

        return requests.Any(static request => request.Agendas.Count > MaxAgendas || request.Motives.Count > MaxAgendas) || practices.Count > MaxAgendas
            ? new HubError(HubErrorCode.VendorTooLarge, $"More than {MaxAgendas} agendas, motives or practices for one request.")
            : new DoctolibPlan(practices, requests, place, TelephoneOnly: false);
    }

    private DoctolibMotiveRequest[] Requests(PullTarget target, DoctolibProfile profile, IReadOnlyList<string> practices, IReadOnlyList<DoctolibAgenda> open)
    {
        var wanted = target.KeyList("motives");
        var single = profile.Motives
            .Where(motive => !motive.Id.IsEmpty && motive.AllowNewPatients)
            .Where(motive => wanted is null || wanted.Contains(motive.Id.Value))
            .Where(motive => _references.Count == 0 || _references.Contains(motive.RefVisitMotiveId.ToString()))
            .DistinctBy(static motive => motive.Id)
            .Select(motive => new DoctolibMotiveRequest(
                [motive.Id.Value],
                string.IsNullOrWhiteSpace(motive.Name) ? null : motive.Name.Trim(),
                [.. open.Where(agenda => practices.Any(practice => Lists(agenda, practice, motive.Id.Value))).Select(static agenda => agenda.Id.Value).Distinct()]))
            .Where(static request => request.Agendas.Count > 0);
        if (!options.GroupMotivesByName)
        {
            return [.. single];
        }

        return
        [
            .. single.GroupBy(static request => request.Name ?? request.Motives[0], StringComparer.OrdinalIgnoreCase).Select(group => new DoctolibMotiveRequest(
                [.. group.SelectMany(static request => request.Motives)],
                group.First().Name,
                [.. open.Select(static agenda => agenda.Id.Value).Distinct().Where(id => group.Any(request => request.Agendas.Contains(id)))])),
        ];
    }

    private static bool Serves(DoctolibAgenda agenda, string practice) =>
        agenda.VisitMotiveIdsByPracticeId is { Count: > 0 } byPractice
            ? byPractice.ContainsKey(practice)
            : agenda.PracticeId.IsEmpty || agenda.PracticeId.Value == practice;

    private static bool Lists(DoctolibAgenda agenda, string practice, string motive) =>
        agenda.VisitMotiveIdsByPracticeId is { Count: > 0 } byPractice
            ? byPractice.TryGetValue(practice, out var there) && Holds(there, motive)
            : Serves(agenda, practice) && Holds(agenda.VisitMotiveIds, motive);

    private static bool Holds(IReadOnlyList<Json.VendorId>? motives, string motive) => motives?.Any(id => id.Value == motive) == true;

    private static bool IsNumber(string id) => id.Length is > 0 and <= 20 && id.All(char.IsAsciiDigit);
}
