using System.Text.RegularExpressions;

using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>What two answers to one question have in common, whenever they were given.</summary>
internal static partial class SameEntries
{
    /// <summary>The entries in their order, without the time at which a vendor was last heard, which a poll between two searches moves.</summary>
    public static IReadOnlyList<string> Of(Answer answer)
    {
        Assert.That((int)answer.Status, Is.EqualTo(200), answer.Url);
        return [.. answer.Entries.Select(static entry => LastUpdated().Replace(entry.GetRawText(), string.Empty))];
    }

    [GeneratedRegex("\"lastUpdated\":\"[^\"]*\",")]
    private static partial Regex LastUpdated();
}
