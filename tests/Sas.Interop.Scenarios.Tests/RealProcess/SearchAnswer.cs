using System.Text.RegularExpressions;

namespace Sas.Interop.Scenarios.Tests.RealProcess;

/// <summary>What a search answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Slots">Entries that are slots.</param>
/// <param name="Entries">The entries as they came, byte for byte but for when they were last confirmed, which each poll moves.</param>
internal sealed partial record SearchAnswer(int Status, int Slots, string Entries)
{
    public static string WithoutConfirmation(string entries) => LastUpdated().Replace(entries, "");

    [GeneratedRegex("\"lastUpdated\":\"[^\"]*\",?")]
    private static partial Regex LastUpdated();
}
