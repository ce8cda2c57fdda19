using System.Text;

using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Scenarios.Tests.Contract;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.RealProcess;

namespace Sas.Interop.Scenarios.Tests.Validate;

/// <summary>What the hub answers conforms to the profiles: to its own definitions, and to the official ones where they stand beside the repository.</summary>
[Parallelizable]
internal sealed class OwnAnswersTests
{
    /// <summary>What makes an INT_R04 search of an INT_R01 one (CONTRACT §3.3).</summary>
    private const string WithCommunities = "&_include=Slot:service-type-reference&_include:iterate=HealthcareService:organization";

    private static readonly string[] Practitioners = [.. HubFixture.Plan.Practitioners.Select(static practitioner => practitioner.Id)];

    [Test]
    public async Task Validate_EveryAnswerOfTheSandbox_Conforms()
    {
        var hub = await HubFixture.HubAsync();
        var answers = await AnswersAsync(hub);

        Assert.That(await FaultsAsync(hub, answers), Is.Empty);
        Assert.That(answers.Sum(static answer => answer.Answer.OfType("Slot").Count), Is.GreaterThan(1000));
        foreach (var type in new[] { "Slot", "Schedule", "Practitioner", "PractitionerRole", "HealthcareService", "Organization", "Location" })
        {
            Assert.That(answers.Any(answer => answer.Answer.OfType(type).Count > 0), Is.True, type);
        }
    }

    [Test]
    public async Task Validate_EmptyAnswers_Conform()
    {
        var hub = await HubFixture.HubAsync();
        var (from, to) = (hub.Now.AddDays(300), hub.Now.AddDays(301));
        List<(string Profile, Answer Answer)> answers =
        [
            (ProfileUrls.BundleIndividual, await hub.GetAsync(SlotSearchUrl.Of(from, to, Practitioners[0]))),
            (ProfileUrls.BundleCpts, await hub.GetAsync(SlotSearchUrl.Of(from, to, Practitioners[0]) + WithCommunities)),
            (ProfileUrls.BundleSos, await hub.GetAsync(Sos(from, to))),
        ];

        Assert.That(answers.Select(static answer => answer.Answer.Entries.Count), Is.All.Zero);
        Assert.That(await FaultsAsync(hub, answers), Is.Empty);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Validate_ByTheOfficialPackage_EveryAnswerConforms(bool archived)
    {
        var package = OfficialPackage.Folder();
        using var files = new Workspace();
        await File.WriteAllTextAsync(files.AdaptersFile, ConfigFiles.Adapters());
        if (archived)
        {
            await OfficialPackage.WriteArchiveAsync(package, files.PathOf("package.tgz"));
            package = files.PathOf("package.tgz");
        }

        await using var judge = await RunningHub.StartAsync(new HubSettings { AdaptersFile = files.AdaptersFile, Others = [$"Hub:Validation:Package={package}"] });
        var broken = GoodResources.Of("FrSlotAgregateur");
        broken["status"] = "busy";

        Assert.That(await FaultsAsync(judge, await AnswersAsync(await HubFixture.HubAsync())), Is.Empty);
        Assert.That((await judge.ValidateAsync("Slot/$validate", broken.ToJsonString())).Errors(), Is.Not.Empty, "It does judge.");
    }

    private static async Task<IReadOnlyList<(string Profile, Answer Answer)>> AnswersAsync(RunningHub hub)
    {
        var (from, to) = (hub.Now, hub.Now.AddHours(96));
        List<(string Profile, Answer Answer)> answers = [(ProfileUrls.BundleSos, await hub.GetAsync(Sos(from, to)))];
        foreach (var asked in Practitioners.Chunk(25))
        {
            var url = SlotSearchUrl.Of(from, to, asked);
            answers.Add((ProfileUrls.BundleIndividual, await hub.GetAsync(url)));
            answers.Add((ProfileUrls.BundleCpts, await hub.GetAsync(url + WithCommunities)));
        }

        return answers;
    }

    /// <summary>Search of every association (CONTRACT §3.4).</summary>
    private static string Sos(DateTimeOffset from, DateTimeOffset to) =>
        "Schedule?_revinclude=Slot:schedule&_include=Schedule:actor:Location&_include:iterate=Location:organization"
        + $"&_has:Slot:schedule:start=ge{SlotSearchUrl.Bound(from)}&_has:Slot:schedule:start=le{SlotSearchUrl.Bound(to)}&_has:Slot:schedule:status=free"
        + "&actor:Location.organization.identifier=" + string.Join(',', HubFixture.Plan.Associations.Select(static association => "urn:oid:1.2.250.1.71.4.2.2%7C" + association.Siret));

    private static async Task<IReadOnlyList<string>> FaultsAsync(RunningHub judge, IEnumerable<(string Profile, Answer Answer)> answers)
    {
        var faults = new List<string>();
        foreach (var (profile, answer) in answers)
        {
            Assert.That((int)answer.Status, Is.EqualTo(200), answer.Url);
            var verdict = await judge.ValidateAsync("Bundle/$validate?profile=" + profile, Encoding.UTF8.GetString(answer.Body));
            faults.AddRange(verdict.Errors().Select(fault => $"{profile}: {fault}"));
        }

        return faults;
    }
}
