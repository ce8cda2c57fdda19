using System.Text.RegularExpressions;

namespace Sas.Interop.Adapters.Tests;

/// <summary><c>docs/adapters.md</c> shows the example as it is compiled and tested, and names every dialect.</summary>
internal sealed partial class AdaptersPageTests
{
    private const string Example = "tests/Sas.Interop.Adapters.Tests/Example";

    private static readonly string Page = RepositoryFiles.Text("docs/adapters.md");

    [Test]
    public void Page_Sections_StandInTheFixedOrder() => Assert.That(
        Page.Split('\n').Where(static line => line.StartsWith("## ", StringComparison.Ordinal)),
        Is.EqualTo(new[] { "## About", "## Usage", "## Settings and defaults", "## Telemetry", "## Failure modes", "## Do and do not" }));

    [Test]
    public void Page_CodeBlocks_AreTheFilesThatTheyName()
    {
        foreach (Match block in Block().Matches(Page))
        {
            var path = block.Groups["path"].Value;
            if (block.Groups["language"].Value is "csharp" or "json")
            {
                Assert.That(path, Is.Not.Empty, "Code on this page names the file that it is.");
                Assert.That(block.Groups["text"].Value.TrimEnd('\n'), Is.EqualTo(RepositoryFiles.Text(path).TrimEnd('\n')), path);
            }
        }
    }

    [Test]
    public void Page_Example_IsShownWhole()
    {
        var files = Directory.EnumerateFiles(RepositoryFiles.PathTo(Example), "*", SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(RepositoryFiles.Root, path).Replace('\\', '/'));

        Assert.That(Block().Matches(Page).Select(static block => block.Groups["path"].Value).Where(static path => path.Length > 0), Is.EquivalentTo(files));
    }

    [Test]
    public void Page_Dialects_AreThoseOfTheProduct() =>
        Assert.That(Dialect().Matches(Page).Select(static match => match.Groups[1].Value), Is.EquivalentTo(DialectFactories.All.Select(static factory => factory.Dialect)));

    [GeneratedRegex("""^```(?<language>\w*) ?(?<path>\S*)\n(?<text>.*?)^```$""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("""^\| \[`([a-z-]+)`\]\(dialects/\1\.md\) \|""", RegexOptions.Multiline)]
    private static partial Regex Dialect();
}
