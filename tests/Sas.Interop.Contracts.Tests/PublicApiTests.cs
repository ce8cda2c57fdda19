using System.Runtime.CompilerServices;

using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Contracts.Tests;

/// <summary>What vendors and adapters build on changes only on purpose: the change is seen in review, as a change of <c>PublicApi.txt</c>.</summary>
internal sealed class PublicApiTests
{
    private const string Accept = "SAS_ACCEPT_API";

    [Test]
    public void Contracts_PublicTypesAndMembers_AreTheRecordedOnes()
    {
        var path = Path.Combine(Folder(), "PublicApi.txt");
        var printed = new PublicApiPrinter().Print(typeof(ISlotSource).Assembly).ToArray();
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(path, string.Join('\n', printed) + "\n");
        }

        var recorded = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n') : [];
        Assert.That(
            Differences(recorded, printed),
            Is.Empty,
            $"The public surface of Contracts changed (- recorded, + now). When that is meant, run this test once with {Accept}=1, and commit PublicApi.txt.");
    }

    /// <summary>The printer tells apart what breaks callers: required, init, nullable, defaults.</summary>
    [Test]
    public void Print_OneOfTheContracts_TellsWhatMatters()
    {
        var printed = new PublicApiPrinter().Print(typeof(ISlotSource).Assembly).ToArray();

        Assert.That(printed, Does.Contain("interface Sas.Interop.Contracts.Adapters.ISlotSource"));
        Assert.That(printed, Does.Contain("  IAsyncEnumerable<PullResult> PullAsync(PullRequest request, CancellationToken cancellationToken)"));
        Assert.That(printed, Does.Contain("  required OwnerKey Owner { get; init }"));
        Assert.That(printed, Does.Contain("  Uri? BookingUrl { get; init }"));
        Assert.That(printed, Does.Contain("  static bool TryCreate(OwnerKind kind, ReadOnlySpan<char> prefixed, out OwnerKey key)"));
        Assert.That(printed, Does.Contain("  const int MaxLength = 15"));
    }

    private static IEnumerable<string> Differences(string[] recorded, string[] printed) =>
        InPlace(recorded).Except(InPlace(printed), StringComparer.Ordinal).Select(static line => "- " + line)
            .Concat(InPlace(printed).Except(InPlace(recorded), StringComparer.Ordinal).Select(static line => "+ " + line));

    /// <summary>Each member with its type before it, so that equal members of two types are two lines.</summary>
    private static IEnumerable<string> InPlace(string[] lines)
    {
        var type = string.Empty;
        foreach (var line in lines)
        {
            var member = line.StartsWith(' ');
            type = member ? type : line;
            yield return member ? $"{type.Split(" : ")[0]} .. {line.Trim()}" : line;
        }
    }

    // The file is written where it is kept, which only the compiler knows.
    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here) ?? here;
}
