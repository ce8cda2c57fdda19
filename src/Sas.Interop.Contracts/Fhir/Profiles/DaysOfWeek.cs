namespace Sas.Interop.Contracts.Fhir.Profiles;

/// <summary>R4 codes of the days of the week, lower case on the wire (CONTRACT §6.3, D36).</summary>
public static class DaysOfWeek
{
    private static readonly string[] Codes = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The code of a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns><c>mon</c> to <c>sun</c>.</returns>
    public static string ToCode(DayOfWeek day) => Codes[(int)day];

    /// <summary>Reads a code in any case, as vendors send it (D36).</summary>
    /// <param name="code">What was received.</param>
    /// <param name="day">The day.</param>
    /// <returns>False when it is no day.</returns>
    public static bool TryParse(string? code, out DayOfWeek day)
    {
        var index = Array.FindIndex(Codes, known => string.Equals(known, code, StringComparison.OrdinalIgnoreCase));
        day = (DayOfWeek)Math.Max(index, 0);
        return index >= 0;
    }
}
