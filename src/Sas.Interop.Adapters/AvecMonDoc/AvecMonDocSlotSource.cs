using System.Globalization;
using System.Runtime.CompilerServices;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.AvecMonDoc;

/// <summary>The organization with its reasons, then the weeks of each reason.</summary>
internal sealed class AvecMonDocSlotSource(AvecMonDocClient client, AvecMonDocOptions options) : IVendorAdapter, ISlotSource
{
    // Seven days are asked and six advanced, so that no day at an edge is half read.
    private const int DaysPerPage = 6;

    public string Dialect => AvecMonDocAdapterFactory.Name;

    public int TargetsPerPull => 10;

    public async IAsyncEnumerable<PullResult> PullAsync(PullRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var target in request.Targets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (target.Place is not { } place)
            {
                yield return new PullResult(target, DirectoryKeys.Missing("place"));
                continue;
            }

            var reading = new TargetReading(target, place, request.Window);
            await ReadTargetAsync(reading, cancellationToken);
            foreach (var result in reading.ToResults())
            {
                yield return result;
            }
        }
    }

    public ValueTask DisposeAsync() => client.DisposeAsync();

    private async ValueTask ReadTargetAsync(TargetReading reading, CancellationToken cancellationToken)
    {
        var doctor = reading.Target.Key("doctor");
        var organization = await FindOrganizationAsync(reading.Target, doctor, cancellationToken);
        if (!organization.IsSuccess)
        {
            reading.Fail(organization.Error);
            return;
        }

        var found = organization.Value;
        if (PlaceZone.Resolve(found.TimeZone ?? reading.Place.TimeZone, reading.Place.PostalCode ?? found.PostalCode) is not { } zone)
        {
            reading.Fail(new HubError(HubErrorCode.VendorInvalidValue, "The organization or the directory names an unknown time zone."));
            return;
        }

        var terms = new AvecMonDocTerms(doctor, zone, TimeSpan.FromMinutes(options.SlotMinutes));
        foreach (var question in ToQuestions(reading, found, terms))
        {
            if (await ReadReasonAsync(reading, question, cancellationToken) is { } error)
            {
                reading.Fail(error);
                return;
            }
        }
    }

    private async ValueTask<Outcome<AvecMonDocOrganization>> FindOrganizationAsync(PullTarget target, string? doctor, CancellationToken cancellationToken)
    {
        AvecMonDocOrganization found;
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
            return DirectoryKeys.Missing("'slug', nor a number as 'organization'");
        }

        if (found.Reasons is not null)
        {
            return found;
        }

        var reasons = await client.ReadReasonsAsync(found.Id, doctor, cancellationToken);
        return reasons.IsSuccess ? found with { Reasons = reasons.Value } : reasons.Error;
    }

    private List<AvecMonDocQuestion> ToQuestions(TargetReading reading, AvecMonDocOrganization organization, AvecMonDocTerms terms)
    {
        var page = organization.Slug is { } slug ? AvecMonDocMapper.BookingPage(options.BookingPage, slug) : reading.Target.BookingUrl;
        var questions = new List<AvecMonDocQuestion>();
        foreach (var reason in organization.Reasons ?? [])
        {
            if (reason is null || !AvecMonDocMapper.IsOpen(reason))
            {
                continue;
            }

            if (reason.Id is not { } id)
            {
                reading.CountUnreadable(1);
                continue;
            }

            if (questions.Count == options.MaxReasons)
            {
                reading.Fail(new HubError(HubErrorCode.VendorTooLarge, $"The organization has more than the {options.MaxReasons} reasons allowed (option 'maxReasons')."));
                break;
            }

            questions.Add(new AvecMonDocQuestion(
                organization.Id,
                id,
                reason.Type ?? AvecMonDocMapper.InOffice,
                AvecMonDocMapper.ToKind(reason, reading.Target.DefaultTypes, page),
                terms));
        }

        return questions;
    }

    private async ValueTask<HubError?> ReadReasonAsync(TargetReading reading, AvecMonDocQuestion question, CancellationToken cancellationToken)
    {
        var zone = question.Terms.Zone;
        var last = LocalDays.Of(reading.Window.To, zone);
        var day = LocalDays.Of(reading.Window.From, zone);
        for (var page = 0; day <= last; page++)
        {
            if (page == options.MaxPages)
            {
                reading.CoverBefore(LocalDays.Start(day, zone));
                return null;
            }

            var week = await client.ReadWeekAsync(question, day, cancellationToken);
            if (!week.IsSuccess)
            {
                return week.Error;
            }

            reading.Add(week.Value.Page);
            if (week.Value.IsLast)
            {
                return null;
            }

            day = NextDay(day, week.Value, zone);
        }

        return null;
    }

    /// <summary>The vendor tells the next bookable time when it lies further; it never leads backwards.</summary>
    private static DateOnly NextDay(DateOnly day, AvecMonDocWeek week, TimeZoneInfo zone)
    {
        var following = day.AddDays(DaysPerPage);
        var told = week.Page.Next is { } next ? LocalDays.Of(next, zone) : following;
        return told > following ? told : following;
    }
}
