using System.Text;

using Sas.Interop.Scenarios.Tests.Contract;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.RealProcess;

namespace Sas.Interop.Scenarios.Tests.Validate;

/// <summary>What the hub answers conforms to the profiles: to its own definitions, and to the official ones where they stand beside the repository.</summary>
[Parallelizable]
internal sealed class OwnAnswersTests
{
    private const string Profile = "http://sas.fr/fhir/StructureDefinition/BundleAgregateur";

    [Test]
    public async Task Validate_EveryAnswerOfTheSandbox_Conforms()
    {
        var hub = await HubFixture.HubAsync();
        var slots = 0;
        foreach (var answer in await AnswersAsync(hub))
        {
            var verdict = await JudgeAsync(hub, answer);

            Assert.That(verdict.Errors(), Is.Empty);
            slots += answer.OfType("Slot").Count;
        }

        Assert.That(slots, Is.GreaterThan(1000));
    }

    [Test]
    public async Task Validate_EmptyAnswer_Conforms()
    {
        var hub = await HubFixture.HubAsync();
        var answer = await hub.GetAsync(SlotSearchUrl.Of(hub.Now.AddDays(300), hub.Now.AddDays(301), HubFixture.Plan.Practitioners[0].Id));
        Assert.That(answer.Entries, Is.Empty);

        Assert.That((await JudgeAsync(hub, answer)).Errors(), Is.Empty);
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
        foreach (var answer in await AnswersAsync(await HubFixture.HubAsync()))
        {
            Assert.That((await JudgeAsync(judge, answer)).Errors(), Is.Empty);
        }

        var broken = GoodResources.Of("FrSlotAgregateur");
        broken["status"] = "busy";
        Assert.That((await judge.ValidateAsync("Slot/$validate", broken.ToJsonString())).Errors(), Is.Not.Empty, "It does judge.");
    }

    private static async Task<IReadOnlyList<Answer>> AnswersAsync(RunningHub hub)
    {
        var answers = new List<Answer>();
        foreach (var asked in HubFixture.Plan.Practitioners.Select(static practitioner => practitioner.Id).Chunk(25))
        {
            answers.Add(await hub.GetAsync(SlotSearchUrl.Of(hub.Now, hub.Now.AddHours(96), asked)));
        }

        return answers;
    }

    private static Task<Answer> JudgeAsync(RunningHub judge, Answer answer) =>
        judge.ValidateAsync("Bundle/$validate?profile=" + Profile, Encoding.UTF8.GetString(answer.Body));
}
