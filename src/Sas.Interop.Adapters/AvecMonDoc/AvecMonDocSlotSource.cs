using System.Globalization;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.AvecMonDoc;

/// <summary>The organization with its reasons, then the weeks of each reason.</summary>
internal sealed class AvecMonDocSlotSource(AvecMonDocClient client, AvecMonDocOptions options) : IVendorAdapter, ISlotSource
{
    // Seven days are asked and six advanced, so that no day at an edge is half read.
    private const int DaysPerPage = 6;

    public string Dialect => AvecMonDocAdapterFactory.Name;

    public int TargetsPerPull => 10;

    public IAsyncEnumerable<PullResult> PullAsync(PullRequest request, CancellationToken cancellationToken) =>
        TargetLoop.RunAsync(request, PullTargetAsync, cancellationToken);

    public ValueTask DisposeAsync() => client.DisposeAsync();

    private async ValueTask<IReadOnlyList<PullResult>> PullTargetAsync(PullTarget target, TimeWindow window, CancellationToken cancellationToken)
    {
        if (target.Place is not { } place)
        {
            return [new PullResult(target, DirectoryKeys.Missing("place"))];
        }

        var harvest = new SlotHarvest(target, place, window);
        await ReadTargetAsync(new AvecMonDocVisit(target, place, window), harvest, cancellationToken);
        return harvest.ToResults();
    }

    private async ValueTask ReadTargetAsync(AvecMonDocVisit visit, SlotHarvest harvest, CancellationToken cancellationToken)
    {
        var doctor = visit.Target.Key("doctor");
        var organization = await FindOrganizationAsync(visit.Target, doctor, cancellationToken);
        if (!organization.IsSuccess)
        {
            harvest.Fail(organization.Error);
            return;
        }

        var found = organization.Value;
        if (PlaceZone.Resolve(found.TimeZone ?? visit.Place.TimeZone, visit.Place.PostalCode ?? found.PostalCode) is not { } zone)
        {
            harvest.Fail(new HubError(HubErrorCode.VendorInvalidValue, "The organization or the directory names an unknown time zone."));
            return;
        }

        var terms = new AvecMonDocTerms(doctor, zone, TimeSpan.FromMinutes(options.SlotMinutes));
        foreach (var question in ToQuestions(visit, found, terms, harvest))
        {
            if (await ReadReasonAsync(question, visit.Window, harvest, cancellationToken) is { } error)
            {
                harvest.Fail(error);
                return;
            }
        }
    }

    private async ValueTask<Outcome<AvecMonDocOrganization>> FindOrganizationAsync(PullTarget target, string? doctor, CancellationToken cancellationToken)
    {
        AvecMonDocOrganization found;
        if (target.PathFault("slug") is { } fault)
        {
            return fault;
        }

        if (target.Key("slug") is { } slug)
        {
            var organization = await client.ReadOrganizationAsync(slug, cancellationToken);
            if (!organization.IsSuccess)
            {
                return organization;
            }

            found = organization.Value with { Slug = organization.Value.Slug ?? slug };
        }
        else if (int.TryParse(target.Key("organization"), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            found = new AvecMonDocOrganization(number, null, null, null, null);
        }
        else
        {
            return DirectoryKeys.Missing("slug");
        }

        if (found.Reasons is not null)
        {
            return found;
        }

        var reasons = await client.ReadReasonsAsync(found.Id, doctor, cancellationToken);
        return reasons.IsSuccess ? found with { Reasons = reasons.Value } : reasons.Error;
    }

    private List<AvecMonDocQuestion> ToQuestions(
        AvecMonDocVisit visit,
        AvecMonDocOrganization organization,
        AvecMonDocTerms terms,
        SlotHarvest harvest)
    {
        var page = organization.Slug is { } slug ? AvecMonDocMapper.BookingPage(options.BookingPage, slug) : visit.Target.BookingUrl;
        var questions = new List<AvecMonDocQuestion>();
        foreach (var reason in organization.Reasons ?? [])
        {
            if (reason is null || !AvecMonDocMapper.IsOpen(reason))
            {
                continue;
            }

            if (reason.Id is not { } id)
            {
                harvest.Count(new SnapshotTally(0, 1, 0, 0));
                continue;
            }

            if (questions.Count == options.MaxReasons)
            {
                harvest.Fail(new HubError(HubErrorCode.VendorTooLarge, $"The organization has more than the {options.MaxReasons} reasons allowed (option 'maxReasons')."));
                break;
            }

            questions.Add(new AvecMonDocQuestion(
                organization.Id,
                id,
                reason.Type ?? AvecMonDocMapper.InOffice,
                AvecMonDocMapper.ToKind(reason, visit.Target.DefaultTypes, page),
                terms));
        }

        return questions;
    }

    private async ValueTask<HubError?> ReadReasonAsync(
        AvecMonDocQuestion question,
        TimeWindow window,
        SlotHarvest harvest,
        CancellationToken cancellationToken)
    {
        var days = DayWindow.Of(window, question.Terms.Zone);
        var day = days.First;
        for (var page = 0; day <= days.Last; page++)
        {
            if (page == options.MaxPages)
            {
                harvest.CoverTo(days.EndOf(day.AddDays(-1)));
                return null;
            }

            var week = await client.ReadWeekAsync(question, day, cancellationToken);
            if (!week.IsSuccess)
            {
                return week.Error;
            }

            week.Value.Page.TellInto(harvest);
            harvest.Add(week.Value.Page.Times, question.Kind, question.Terms.Length);
            if (week.Value.IsLast)
            {
                return null;
            }

            day = NextDay(day, week.Value, days.Zone);
        }

        return null;
    }

    /// <summary>The vendor tells the next bookable time when it lies further; it never leads backwards.</summary>
    private static DateOnly NextDay(DateOnly day, AvecMonDocWeek week, TimeZoneInfo zone)
    {
        var following = day.AddDays(DaysPerPage);
        var told = week.Page.Next is { } next ? DayWindow.DayOf(next, zone) : following;
        return told > following ? told : following;
    }
}
