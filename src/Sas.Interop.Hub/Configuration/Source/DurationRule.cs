using System.Globalization;

namespace Sas.Interop.Hub.Configuration.Source;

/// <summary>A duration that a file may set.</summary>
/// <param name="Section">Object that holds it.</param>
/// <param name="Name">Member.</param>
/// <param name="Default">Taken when it is not set.</param>
/// <param name="Floor">Least.</param>
/// <param name="Ceiling">Most.</param>
internal sealed record DurationRule(string Section, string Name, TimeSpan Default, TimeSpan Floor, TimeSpan Ceiling)
{
    private static readonly string[] Forms = [@"hh\:mm\:ss", @"d\.hh\:mm\:ss", @"hh\:mm\:ss\.FFFFFFF", @"d\.hh\:mm\:ss\.FFFFFFF"];

    public string Bounds => $"from {Print(Floor)} to {Print(Ceiling)}";

    public static string Print(TimeSpan duration) => duration.ToString("c", CultureInfo.InvariantCulture);

    public bool TryRead(string text, out TimeSpan duration) =>
        TimeSpan.TryParseExact(text, Forms, CultureInfo.InvariantCulture, out duration) && duration >= Floor && duration <= Ceiling;
}
