using System.Globalization;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>A distance in time: <c>3 days</c>, <c>-2 hours</c>, or <c>now +1 months</c>. It is counted in UTC, so a day is always 24 hours.</summary>
/// <param name="Amount">How many.</param>
/// <param name="Unit">seconds, minutes, hours, days, months or years.</param>
internal readonly record struct DateShift(int Amount, string Unit)
{
    private const int MaxAmount = 4_000_000;

    public static DateShift Parse(string text)
    {
        if (text.Equals("now", StringComparison.OrdinalIgnoreCase))
        {
            return new DateShift(0, "seconds");
        }

        var parts = text.Split(' ');
        var isLong = parts.Length == 3 && parts[0].Equals("now", StringComparison.OrdinalIgnoreCase);
        var amount = 0;
        var isRead = (isLong || parts.Length == 2)
            && int.TryParse(parts[^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out amount)
            && Math.Abs((long)amount) <= MaxAmount;
        var unit = parts[^1].ToLowerInvariant();
        return isRead && unit is "seconds" or "minutes" or "hours" or "days" or "months" or "years"
            ? new DateShift(amount, unit)
            : throw new TemplateFaultException($"The offset '{text}' is not '<amount> <seconds|minutes|hours|days|months|years>'.");
    }

    public DateTimeOffset Apply(DateTimeOffset instant)
    {
        try
        {
            return Unit switch
            {
                "seconds" => instant.AddSeconds(Amount),
                "minutes" => instant.AddMinutes(Amount),
                "hours" => instant.AddHours(Amount),
                "days" => instant.AddDays(Amount),
                "months" => instant.AddMonths(Amount),
                _ => instant.AddYears(Amount),
            };
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw new TemplateFaultException($"The offset '{Amount} {Unit}' leaves the calendar.", exception);
        }
    }
}
