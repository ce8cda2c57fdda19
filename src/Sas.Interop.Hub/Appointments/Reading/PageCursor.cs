using System.Buffers;
using System.Globalization;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Appointments.Reading;

/// <summary>The place where a page ended, in the address of the next.</summary>
internal static class PageCursor
{
    public const string Parameter = "_after";

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static string Of(AppointmentSort sort, StoredAppointment last)
    {
        var at = sort is AppointmentSort.Start or AppointmentSort.StartLatestFirst ? last.Start : last.UpdatedAt;
        return string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks:x}-{last.Id}");
    }

    public static AppointmentPosition? Read(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash > 0
            && long.TryParse(text.AsSpan(0, dash), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks)
            && ticks >= 0
            && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && IsId(text.AsSpan(dash + 1))
            ? new AppointmentPosition(new DateTimeOffset(ticks, TimeSpan.Zero), text[(dash + 1)..])
            : null;
    }

    /// <summary>Whether a text can be the id of an appointment here.</summary>
    public static bool IsId(ReadOnlySpan<char> text) => text.Length == RowIds.Length && !text.ContainsAnyExcept(Digits);

    /// <summary>The address of a search from a place on.</summary>
    /// <param name="self">Address of this page.</param>
    /// <param name="cursor">The place.</param>
    public static string Next(string self, string cursor)
    {
        var query = self.IndexOf('?', StringComparison.Ordinal);
        var kept = query < 0 ? [] : self[(query + 1)..].Split('&').Where(static pair => pair.Length > 0 && !pair.StartsWith(Parameter + "=", StringComparison.OrdinalIgnoreCase));
        return $"{(query < 0 ? self : self[..query])}?{string.Join('&', [.. kept, $"{Parameter}={cursor}"])}";
    }
}
