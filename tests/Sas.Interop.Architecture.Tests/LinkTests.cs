using System.Text.RegularExpressions;

namespace Sas.Interop.Architecture.Tests;

/// <summary>What the pages point to is there: relative links, and the files and projects that commands name.</summary>
internal sealed partial class LinkTests
{
    private static readonly string[] Pages =
    [
        "README.md",
        "CHANGELOG.md",
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [TestCaseSource(nameof(Pages))]
    public void Page_RelativeLinks_LeadToFiles(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page)) ?? Repository.Root;
        var broken = Link().Matches(Prose(page))
            .Select(static match => match.Groups[1].Value)
            .Where(static link => !link.Contains(':', StringComparison.Ordinal) && !link.StartsWith('#'))
            .Where(link => !Exists(Path.Combine(folder, link.Split('#')[0])));

        Assert.That(broken, Is.Empty, page);
    }

    [TestCaseSource(nameof(Pages))]
    public void Page_LinksToHeadings_LeadToHeadings(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page)) ?? Repository.Root;
        var broken = Link().Matches(Prose(page))
            .Select(static match => match.Groups[1].Value)
            .Where(static link => !link.Contains(':', StringComparison.Ordinal) && link.Contains('#', StringComparison.Ordinal))
            .Where(link =>
            {
                var (file, heading) = (link.Split('#')[0], link.Split('#')[1]);
                var target = file.Length == 0 ? Path.Combine(Repository.Root, page) : Path.Combine(folder, file);
                return !File.Exists(target) || !Heading().Matches(File.ReadAllText(target)).Any(match => Anchor(match.Groups[1].Value) == heading);
            });

        Assert.That(broken, Is.Empty, page);
    }

    [TestCaseSource(nameof(Pages))]
    public void Page_Commands_NameFilesThatAreThere(string page)
    {
        var broken = Named().Matches(File.ReadAllText(Path.Combine(Repository.Root, page)))
            .Select(static match => match.Groups[1].Value.TrimEnd('.', '/', '`'))
            .Where(static path => !path.Contains('<', StringComparison.Ordinal) && !path.Contains('*', StringComparison.Ordinal))
            .Where(static path => !Exists(Path.Combine(Repository.Root, path)));

        Assert.That(broken, Is.Empty, page);
    }

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    /// <summary>Without code, in which square brackets are no links.</summary>
    private static string Prose(string page) => Code().Replace(File.ReadAllText(Path.Combine(Repository.Root, page)), string.Empty);

    private static string Anchor(string heading) =>
        string.Concat(heading.Trim().ToLowerInvariant().Where(static c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex("""\[[^\]\n]*\]\(([^)\s]+)\)""")]
    private static partial Regex Link();

    [GeneratedRegex("""^#+ (.+)$""", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("""(?s)^```.*?^```|(?-s)`[^`\n]*`""", RegexOptions.Multiline)]
    private static partial Regex Code();

    // Arguments that name a project, a script or a folder of the repository.
    [GeneratedRegex("""(?:--project |--mappings [\w-]+=|bash |dotnet test |dotnet build )((?:src|tests|docs)/[^\s`|)]+)""")]
    private static partial Regex Named();
}
