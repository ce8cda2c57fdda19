namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>Starts and ends of periods, on the wall clock of the date's zone.</summary>
internal static class DateTruncation
{
    public static DateTime Apply(string unit, DateTime local) => unit.ToLowerInvariant().Replace('_', ' ') switch
    {
        "first second of minute" => local.Date.AddHours(local.Hour).AddMinutes(local.Minute),
        "first minute of hour" => local.Date.AddHours(local.Hour),
        "first hour of day" => local.Date,
        "first day of month" => Month(local),
        "first day of next month" => Month(local).AddMonths(1),
        "last day of month" => Month(local).AddMonths(1).AddDays(-1),
        "first day of year" => Year(local),
        "first day of next year" => Year(local).AddYears(1),
        "last day of year" => Year(local).AddYears(1).AddDays(-1),
        _ => throw new TemplateFaultException($"Unknown truncation '{unit}'."),
    };

    private static DateTime Month(DateTime local) => new(local.Year, local.Month, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private static DateTime Year(DateTime local) => new(local.Year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
}
