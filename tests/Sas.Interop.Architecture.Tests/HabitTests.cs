using System.Text.RegularExpressions;

namespace Sas.Interop.Architecture.Tests;

/// <summary>Habits that the compiler does not judge.</summary>
internal sealed partial class HabitTests
{
    private static readonly string[] UnwantedFolders = ["Services", "Interfaces", "Models", "Utils", "Common", "Helpers"];

    // Folders for mapping files and for measurements, and the look itself: none of them holds what a hub under test wrote about people or secrets.
    private static readonly string[] NoHubWrites =
    [
        "tests/Sas.Interop.TestKit/Traces/", "tests/Sas.Interop.Traces.Tests/", "tests/Sas.Interop.Adapters.Tests/Replay/", "tests/Sas.Interop.Scenarios.Tests/RealWireMock/",
        "tests/Sas.Interop.Benchmarks/",
    ];

    private static readonly SourceFile[] Everything = [.. Repository.Sources("src"), .. Repository.Sources("tests")];

    [Test]
    public void SourceFiles_Everywhere_HoldNoRegionAndNoPromise() =>
        Assert.That(
            Everything.Where(static file => Promise().IsMatch(file.Text) && !file.Path.EndsWith("HabitTests.cs", StringComparison.Ordinal)).Select(static file => file.Path),
            Is.Empty);

    [Test]
    public void Types_OfTheProduct_HaveNoEmptyNames() =>
        Assert.That(
            Everything.Select(static file => Path.GetFileNameWithoutExtension(file.Path)).Where(static name => EmptyName().IsMatch(name)),
            Is.Empty);

    [Test]
    public void Folders_Everywhere_AreRoomsAndNotLayers() =>
        Assert.That(Everything.Where(static file => file.Path.Split('/').Intersect(UnwantedFolders).Any()).Select(static file => file.Path), Is.Empty);

    [Test]
    public void Namespaces_OfTheProduct_FollowFolders() =>
        Assert.That(
            from file in Repository.Sources("src")
            let declared = NamespaceLine().Match(file.Text).Groups[1].Value
            where declared.Length > 0 && declared != "Microsoft.Extensions.DependencyInjection"
            let expected = string.Join('.', Path.GetDirectoryName(file.Path)!.Split('/', '\\').Skip(1)) // Every source lies below src.
            where declared != expected
            select $"{file.Path}: {declared}",
            Is.Empty);

    [Test]
    public void Files_OfTheRepository_NameNoPlaceOnAMachine() =>
        Assert.That(
            Everything
                .Where(static file => !file.Path.EndsWith("HabitTests.cs", StringComparison.Ordinal) && MachinePath().IsMatch(file.Text))
                .Select(static file => file.Path),
            Is.Empty);

    [Test]
    public void Folders_OfTests_AreLookedThroughAfterTheSuite() =>
        Assert.That(
            Repository.Sources("tests").Where(static file => TemporaryFolder().IsMatch(file.Code) && !NoHubWrites.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal))).Select(static file => file.Path),
            Is.Empty,
            "A test makes its folder by TestFolder or Workspace, so that what hubs write there is looked through for planted persons and secrets.");

    [GeneratedRegex("""CreateTempSubdirectory""")]
    private static partial Regex TemporaryFolder();

    [GeneratedRegex("""#region|#endregion|\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException""")]
    private static partial Regex Promise();

    [GeneratedRegex("""^\w+(?:Manager|Util|Utils|Impl|Helper|Helpers|Base)$""")]
    private static partial Regex EmptyName();

    [GeneratedRegex("""^namespace\s+([\w.]+);""", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex("""["(= ]/(?:work|home|root)/""")]
    private static partial Regex MachinePath();
}
