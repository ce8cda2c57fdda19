using System.Buffers;
using System.Globalization;

using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Appointments.Reading;

/// <summary>Which versions of an appointment are wanted.</summary>
/// <param name="Below">Only versions below this one.</param>
/// <param name="Since">Only versions made then or later.</param>
/// <param name="Count">Versions of a page.</param>
internal sealed record HistoryQuery(int Below, DateTimeOffset Since, int Count)
{
    /// <returns>Null when a parameter cannot be read; unknown ones are passed over.</returns>
    public static HistoryQuery? Read(ReadOnlySpan<char> text, int count)
    {
        var query = new HistoryQuery(int.MaxValue, DateTimeOffset.MinValue, count);
        var buffer = ArrayPool<char>.Shared.Rent(Math.Max(1, text.Length));
        try
        {
            var pairs = new RawQuery(text, buffer);
            for (var parameters = 0; pairs.MoveNext(); parameters++)
            {
                if (!pairs.IsSound || parameters > SearchParser.MaxParameters || query.Take(pairs.Name, pairs.Value) is not { } next)
                {
                    return null;
                }

                query = next;
            }

            return query;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private HistoryQuery? Take(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        switch (name)
        {
            case "_since":
                return InstantRange.TryParse(value, out var since) ? this with { Since = since.First } : null;
            case "_count":
                return TryRead(value, out var count) && count > 0 ? this with { Count = Math.Min(count, AppointmentSearch.LargestPage) } : null;
            case PageCursor.Parameter:
                return TryRead(value, out var below) ? this with { Below = below } : null;
            default:
                return this;
        }
    }

    private static bool TryRead(ReadOnlySpan<char> value, out int number) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
