using System.Runtime.CompilerServices;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Ordoclic;

/// <summary>Profile, then reasons, then one slot call for each professional and reason.</summary>
internal sealed class OrdoclicSlotSource(OrdoclicClient client, OrdoclicOptions options) : IVendorAdapter, ISlotSource
{
    public string Dialect => OrdoclicAdapterFactory.Name;

    public int TargetsPerPull => 10;

    public async IAsyncEnumerable<PullResult> PullAsync(PullRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var target in request.Targets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var result in await ReadTargetAsync(target, request.Window, cancellationToken))
            {
                yield return result;
            }
        }
    }

    public ValueTask DisposeAsync() => client.DisposeAsync();

    private async ValueTask<IEnumerable<PullResult>> ReadTargetAsync(PullTarget target, TimeWindow window, CancellationToken cancellationToken)
    {
        if (target.Place is not { } place)
        {
            return [new PullResult(target, DirectoryKeys.Missing("place"))];
        }

        var reading = new TargetReading(target, place, window);
        var profile = await FindProfileAsync(target, cancellationToken);
        if (!profile.IsSuccess)
        {
            reading.Fail(profile.Error);
        }
        else if (profile.Value.TelephoneOnly)
        {
            reading.TelephoneOnly = true;
        }
        else
        {
            await ReadProfileAsync(reading, profile.Value, cancellationToken);
        }

        return reading.ToResults();
    }

    private async ValueTask<Outcome<OrdoclicProfile>> FindProfileAsync(PullTarget target, CancellationToken cancellationToken)
    {
        var professional = target.Key("professional");
        Outcome<OrdoclicProfile> found;
        if (target.Key("slug") is { } slug)
        {
            found = await client.ReadProfileAsync($"v1/public/entities/profile/{VendorUri.Segment(slug)}", options.CatalogueTtl, cancellationToken);
        }
        else if (target.Key("professionalSlug") is { } personal)
        {
            found = await client.ReadProfileAsync($"v1/professionals/profile/{VendorUri.Segment(personal)}", options.CatalogueTtl, cancellationToken);
            found = found.IsSuccess ? found.Value with { Slug = null } : found;
        }
        else if (target.Key("entity") is not { } entity)
        {
            return DirectoryKeys.Missing("'slug', 'professionalSlug' or 'entity'");
        }
        else
        {
            return professional is null
                ? DirectoryKeys.Missing("'professional' beside 'entity'")
                : new OrdoclicProfile(entity, null, null, [professional], TelephoneOnly: false);
        }

        if (!found.IsSuccess || professional is null)
        {
            return found;
        }

        return found.Value.Professionals.Any(id => OrdoclicMapper.SameId(id, professional))
            ? found.Value with { Professionals = [professional] }
            : new HubError(HubErrorCode.VendorUnknownTarget, "The profile does not list the professional of the directory.");
    }

    private async ValueTask ReadProfileAsync(TargetReading reading, OrdoclicProfile profile, CancellationToken cancellationToken)
    {
        if (PlaceZone.Resolve(reading.Place.TimeZone, reading.Place.PostalCode ?? profile.PostalCode) is not { } zone)
        {
            reading.Fail(new HubError(HubErrorCode.VendorInvalidValue, "The directory names an unknown time zone."));
            return;
        }

        var reasons = await client.ReadReasonsAsync(profile.EntityId, options.CatalogueTtl, cancellationToken);
        if (!reasons.IsSuccess)
        {
            reading.Fail(reasons.Error);
            return;
        }

        reading.CountUnreadable(reasons.Value.Count(static reason => OrdoclicMapper.IsOpen(reason) && reason.Id is null));
        foreach (var questions in ToQuestions(reading, profile, reasons.Value, zone))
        {
            await AskAsync(reading, questions, cancellationToken);
        }
    }

    /// <summary>One professional may fail while another answers, so the first failure ends the questions about this professional only.</summary>
    private async ValueTask AskAsync(TargetReading reading, IReadOnlyList<OrdoclicQuestion> questions, CancellationToken cancellationToken)
    {
        foreach (var question in questions)
        {
            var page = await client.ReadSlotsAsync(question, cancellationToken);
            if (!page.IsSuccess)
            {
                reading.Fail(page.Error);
                return;
            }

            reading.Add(page.Value);
        }
    }

    private List<IReadOnlyList<OrdoclicQuestion>> ToQuestions(
        TargetReading reading,
        OrdoclicProfile profile,
        IReadOnlyList<OrdoclicReason> reasons,
        TimeZoneInfo zone)
    {
        var page = profile.Slug is { } slug ? OrdoclicMapper.BookingPage(options.BookingPage, slug) : reading.Target.BookingUrl;
        var named = reading.Target.Key("professional") is not null;
        var asked = new List<(OrdoclicReason Reason, string Id, SlotKind Kind)>();
        foreach (var reason in reasons)
        {
            if (reason.Id is { } id && OrdoclicMapper.IsOpen(reason))
            {
                asked.Add((reason, id, OrdoclicMapper.ToKind(reason, reading.Target.DefaultTypes, page)));
            }
        }

        var left = options.MaxCalls;
        var byProfessional = new List<IReadOnlyList<OrdoclicQuestion>>();
        foreach (var professional in profile.Professionals)
        {
            var questions = asked
                .Where(item => OrdoclicMapper.Concerns(item.Reason, professional))
                .Select(item => new OrdoclicQuestion(
                    OrdoclicMapper.ToQuery(profile.EntityId, professional, item.Id, (reading.Window, zone)),
                    item.Kind,
                    zone,
                    OrdoclicMapper.Length(item.Reason, options),
                    named))
                .ToList();
            if (questions.Count > left)
            {
                reading.Fail(new HubError(HubErrorCode.VendorTooLarge, $"Professionals and reasons need more than the {options.MaxCalls} calls allowed (option 'maxCalls')."));
                break;
            }

            left -= questions.Count;
            byProfessional.Add(questions);
        }

        return byProfessional;
    }
}
