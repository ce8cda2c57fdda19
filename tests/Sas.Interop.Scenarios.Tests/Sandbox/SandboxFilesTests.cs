using Sas.Interop.MockVendors.Sandbox;

namespace Sas.Interop.Scenarios.Tests.Sandbox;

/// <summary>The sandbox in the repository is the one that the generator writes, and it is as large as promised.</summary>
[Parallelizable]
internal sealed class SandboxFilesTests
{
    [Test]
    public void All_Committed_EqualsWhatIsWritten()
    {
        var different = SandboxFiles.All(HubFixture.Root)
            .Where(static file => !File.Exists(Path.Combine(HubFixture.Root, file.Key))
                || !File.ReadAllBytes(Path.Combine(HubFixture.Root, file.Key)).AsSpan().SequenceEqual(file.Value))
            .Select(static file => file.Key);

        Assert.That(different, Is.Empty, "Write them again: dotnet run --project tests/Sas.Interop.MockVendors -- --write-sandbox");
    }

    [Test]
    public void Folders_Committed_HoldNothingElse()
    {
        var written = SandboxFiles.All(HubFixture.Root).Keys.ToHashSet();
        var present = SandboxFiles.Folders
            .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(HubFixture.Root, folder), "*", SearchOption.AllDirectories))
            .Select(static path => Path.GetRelativePath(HubFixture.Root, path).Replace('\\', '/'));

        Assert.That(present, Is.SubsetOf(written));
    }

    [Test]
    public void Plan_OfTheRepository_IsAsLargeAsPromised()
    {
        var plan = HubFixture.Plan;
        var departments = plan.Practitioners.SelectMany(static practitioner => practitioner.Places).Select(static place => Department(place.PostalCode)).Distinct().ToList();

        Assert.That(SandboxFiles.Vendors(Path.Combine(HubFixture.Root, "adapters.json")), Has.Count.GreaterThanOrEqualTo(30));
        Assert.That(plan.Practitioners, Has.Count.GreaterThanOrEqualTo(300));
        Assert.That(plan.Practitioners.Select(static practitioner => practitioner.Id), Is.Unique);
        Assert.That(departments, Has.Count.EqualTo(12));
        Assert.That(departments.Where(static department => department.StartsWith("97", StringComparison.Ordinal)).ToList(), Has.Count.EqualTo(1));
        Assert.That(plan.Communities, Has.Count.EqualTo(3));
        Assert.That(plan.Associations, Has.Count.EqualTo(3));
    }

    [TestCaseSource(nameof(Cases))]
    public void Plan_EveryCase_HasSeveralPractitioners(int wanted) => Assert.That(HubFixture.Plan.With((SandboxCase)wanted).ToList(), Has.Count.GreaterThan(1));

    private static IEnumerable<int> Cases() => Enum.GetValues<SandboxCase>().Select(static wanted => (int)wanted);

    private static string Department(string postalCode) => postalCode.StartsWith("97", StringComparison.Ordinal) ? postalCode[..3] : postalCode[..2];
}
