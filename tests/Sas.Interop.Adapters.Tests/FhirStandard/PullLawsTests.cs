using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.FhirStandard;

[TestFixture]
[Parallelizable]
internal sealed class PullLawsTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(150);

    [Test]
    public void PullAsync_EntriesInAnyOrder_GiveTheSame() => Prop.ForAll(Agendas.Any(), static resources =>
        Pull(FhirSamples.Searchset(Agendas.Shuffled(resources, resources.Count))) == Pull(FhirSamples.Searchset(resources))).Check(Often);

    [Test]
    public void PullAsync_AnswerCutIntoPages_GivesTheSame() => Prop.ForAll(Agendas.Any(), static resources =>
    {
        var shuffled = Agendas.Shuffled(resources, 1);
        var pages = shuffled.Chunk(4).ToArray();
        var handler = new ScriptedHttpHandler();
        for (var page = pages.Length - 1; page > 0; page--)
        {
            handler.Json($"page={page}&", Page(pages[page], page + 1 < pages.Length ? page + 1 : null));
        }

        handler.Json("/Slot?", Page(pages[0], pages.Length > 1 ? 1 : null));
        return Pull(handler) == Pull(FhirSamples.Searchset(resources));
    }).Check(Often);

    [Test]
    public void PullAsync_IncludesRepeatedOnEveryPage_GivesTheSame() => Prop.ForAll(Agendas.Any(), static resources =>
    {
        var others = resources.Where(static resource => resource is not Slot).ToArray();
        var slots = resources.OfType<Slot>().ToArray();
        var handler = new ScriptedHttpHandler()
            .Json("page=1&", Page([.. others, .. slots.Skip(slots.Length / 2)], null))
            .Json("/Slot?", Page([.. slots.Take(slots.Length / 2), .. others], 1));
        return Pull(handler) == Pull(FhirSamples.Searchset(resources));
    }).Check(Often);

    [Test]
    public void PullAsync_IdentifiersWithoutPrefix_GiveTheSame() => Prop.ForAll(Agendas.Any(), static resources =>
    {
        var bare = resources.Select(static resource => resource switch
        {
            Practitioner practitioner => practitioner with { Identifier = [.. (practitioner.Identifier ?? []).Select(static id => id with { Value = id.Value?[1..] })] },
            PractitionerRole { Organization.Identifier: { } id } role => role with { Organization = new Reference { Identifier = id with { Value = id.Value?[1..] } } },
            Organization organization => organization with { Identifier = [.. (organization.Identifier ?? []).Select(static id => id with { Value = id.Value?[1..] })] },
            _ => resource,
        });
        return Pull(FhirSamples.Searchset(bare)) == Pull(FhirSamples.Searchset(resources));
    }).Check(Often);

    [Test]
    public void PullAsync_EveryEntryTwice_OnlyAddsDuplicates() => Prop.ForAll(Agendas.Any(), static resources =>
        Times(FhirSamples.Searchset([.. resources, .. resources])) == Times(FhirSamples.Searchset(resources))).Check(Often);

    [Test]
    public void PullAsync_AbsoluteReferences_GiveTheSame() => Prop.ForAll(Agendas.Any(), static resources =>
    {
        var relative = FhirSamples.Searchset(resources);
        var absolute = relative.Replace("\"reference\":\"", "\"reference\":\"" + FhirSamples.Base, StringComparison.Ordinal)
            .Replace(FhirSamples.Base + "#", "#", StringComparison.Ordinal);
        return Pull(absolute) == Pull(relative);
    }).Check(Often);

    private static string Pull(string json) => Pull(new ScriptedHttpHandler().Json("/fhir/", json));

    private static string Pull(ScriptedHttpHandler handler)
    {
        var results = FhirPulls.PullAsync(handler, "{}", FhirSamples.Owner, FhirSamples.OtherOwner).GetAwaiter().GetResult();
        return string.Join("\n---\n", results.Select(static result => result.Outcome.Error?.Detail ?? FhirPulls.Describe(result.Outcome.Value)));
    }

    private static string Times(string json)
    {
        var results = FhirPulls.PullAsync(json, FhirSamples.Owner, FhirSamples.OtherOwner).GetAwaiter().GetResult();
        return string.Join('\n', results.SelectMany(static result => FhirPulls.Slots(result.Outcome.Value)).Select(static slot => $"{slot.Start:O} {slot.VendorKey}"));
    }

    private static string Page(IEnumerable<Resource> resources, int? next) => FhirSamples.Json(FhirSamples.Bundle("searchset", resources) with
    {
        Link = next is null ? null : [new BundleLink { Relation = "next", Url = FhirSamples.Base + $"Slot?page={next}&x=1" }],
    });
}
