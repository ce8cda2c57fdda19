using System.Globalization;

namespace Sas.Interop.Scenarios.Tests.RealWireMock;

/// <summary>Random date expressions, most of them within hours of a clock change.</summary>
internal static class RandomDate
{
    private static readonly string[] Zones =
        ["Europe/Paris", "America/Miquelon", "Indian/Reunion", "America/Cayenne", "America/Martinique", "Pacific/Noumea", "Europe/London", "America/New_York", "Australia/Lord_Howe"];

    private static readonly string[] Formats =
        ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "EEE d MMM yy h:mm a Z", "dd/MM/yyyy HH'h'mm", "D u k K X", "EEEE MMMM d HH:mm:ss XX"];

    private static readonly string[] Offsets = ["1 days", "-1 days", "30 minutes", "-90 minutes", "1 months", "-1 years", "3600 seconds", "13 hours"];

    private static readonly string[] Truncations = ["first minute of hour", "first hour of day", "first day of month", "last day of month", "first day of next month", "first second of minute"];

    public static string Expression(Random random)
    {
        var zone = Pick(random, Zones);
        var date = $"(parseDate '{Local(random)} {zone}' format='yyyy-MM-dd HH:mm:ss VV')";
        if (random.Next(4) == 0)
        {
            date = $"(truncateDate {date} '{Pick(random, Truncations)}')";
        }

        var offset = random.Next(2) == 0 ? $" offset='{Pick(random, Offsets)}'" : "";
        var format = random.Next(4) == 0 ? "" : $" format=\"{Pick(random, Formats)}\"";
        return $"{{{{date {date}{offset}{format}}}}}";
    }

    private static string Local(Random random)
    {
        var year = random.Next(2015, 2034);
        // The last Sundays of March and October, the second of March and the first of November and April hold the changes.
        var (month, day) = random.Next(4) switch
        {
            0 => (3, random.Next(25, 32)),
            1 => (10, random.Next(25, 32)),
            2 => (3, random.Next(8, 15)),
            _ => (random.Next(2) == 0 ? 11 : 4, random.Next(1, 8)),
        };
        return new DateTime(year, month, day, random.Next(3) == 0 ? random.Next(24) : random.Next(4), random.Next(60), random.Next(60), DateTimeKind.Unspecified)
            .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
