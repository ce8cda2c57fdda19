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

    public IAsyncEnumerable<PullResult> PullAsync(PullRequest request, CancellationToken cancellationToken) =>
        TargetLoop.RunAsync(request, PullTargetAsync, cancellationToken);

    public ValueTask DisposeAsync() => client.DisposeAsync();

    private async ValueTask<IReadOnlyList<PullResult>> PullTargetAsync(PullTarget target, TimeWindow window, CancellationToken cancellationToken)
    {
        if (target.Place is null)
        {
            // Told before any call: without a place nothing can be shown.
            return [new PullResult(target, DirectoryKeys.Missing("place"))];
        }

        var profile = await FindProfileAsync(target, cancellationToken);
        if (!profile.IsSuccess)
        {
            return [new PullResult(target, profile.Error)];
        }

        var located = DirectoryKeys.PlaceOf(target, profile.Value.PostalCode);
        if (!located.IsSuccess)
        {
            return [new PullResult(target, located.Error)];
        }

        var (place, zone) = located.Value;
        var harvest = new SlotHarvest(target, place, window);
        if (profile.Value.TelephoneOnly)
        {
            return harvest.ToTelephoneOnly();
        }

        await AskAsync(new OrdoclicVisit(target, profile.Value, window, zone), harvest, cancellationToken);
        return harvest.ToResults();
    }

    private async ValueTask<Outcome<OrdoclicProfile>> FindProfileAsync(PullTarget target, CancellationToken cancellationToken)
    {
        if ((target.PathFault("slug") ?? target.PathFault("professionalSlug") ?? target.PathFault("entity")) is { } fault)
        {
            return fault;
        }

        var professional = target.Key("professional");
        Outcome<OrdoclicProfile> found;
        if (target.Key("slug") is { } slug)
        {
            found = await client.ReadProfileAsync($"v1/public/entities/profile/{Uri.EscapeDataString(slug)}", options.CatalogueTtl, cancellationToken);
        }
        else if (target.Key("professionalSlug") is { } personal)
        {
            found = await client.ReadProfileAsync($"v1/professionals/profile/{Uri.EscapeDataString(personal)}", options.CatalogueTtl, cancellationToken);
            found = found.IsSuccess ? found.Value with { Slug = null } : found;
        }
        else if (target.Key("entity") is not { } entity)
        {
            return DirectoryKeys.Missing("slug");
        }
        else
        {
            return professional is null
                ? DirectoryKeys.Missing("professional")
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

    private async ValueTask AskAsync(OrdoclicVisit visit, SlotHarvest harvest, CancellationToken cancellationToken)
    {
        var reasons = await client.ReadReasonsAsync(visit.Profile.EntityId, options.CatalogueTtl, cancellationToken);
        if (!reasons.IsSuccess)
        {
            harvest.Fail(reasons.Error);
            return;
        }

        harvest.Count(new SnapshotTally(0, reasons.Value.Count(static reason => OrdoclicMapper.IsOpen(reason) && reason.Id is null), 0, 0));
        var left = options.MaxCalls;
        foreach (var questions in visit.ToQuestions(reasons.Value, options))
        {
            if (questions.Count > left)
            {
                harvest.Fail(new HubError(
                    HubErrorCode.VendorTooLarge, $"Professionals and reasons need more than the {options.MaxCalls} calls allowed (option 'maxCalls')."));
                return;
            }

            left -= questions.Count;
            await AskAsync(questions, harvest, cancellationToken);
        }
    }

    /// <summary>One professional may fail while another answers, so a failure ends the questions about this professional only.</summary>
    private async ValueTask AskAsync(IReadOnlyList<OrdoclicQuestion> questions, SlotHarvest harvest, CancellationToken cancellationToken)
    {
        foreach (var question in questions)
        {
            var page = await client.ReadSlotsAsync(question, cancellationToken);
            if (!page.IsSuccess)
            {
                harvest.Fail(page.Error);
                return;
            }

            page.Value.TellInto(harvest);
            harvest.Add(page.Value.Times, question.Kind, question.Length);
        }
    }
}
