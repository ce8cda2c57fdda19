using System.Globalization;

namespace Sas.Interop.Hub.Configuration.Source;

/// <summary>A number that a file may set.</summary>
/// <param name="Section">Object that holds it.</param>
/// <param name="Name">Member.</param>
/// <param name="Default">Taken when it is not set.</param>
/// <param name="Floor">Least.</param>
/// <param name="Ceiling">Most.</param>
internal sealed record NumberRule(string Section, string Name, double Default, double Floor, double Ceiling)
{
    /// <summary>Whether only whole numbers are taken.</summary>
    public bool Whole { get; init; } = true;

    public string Bounds => $"from {Print(Floor)} to {Print(Ceiling)}";

    public static string Print(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    public bool TryRead(string text, out double number)
    {
        var style = Whole ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
        return double.TryParse(text, style, CultureInfo.InvariantCulture, out number) && number >= Floor && number <= Ceiling;
    }
}
