using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Maiia;

/// <summary>Reads a next-date answer; an object without a date means that nothing is free.</summary>
internal static class MaiiaNextReader
{
    private static readonly JsonShape Shape = JsonShape.Of("firstPhysicalStartDateTime", "closestPhysicalAvailability.startDateTime");

    public static async ValueTask<Outcome<MaiiaNext>> ReadAsync(VendorAnswer answer, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        DateTimeOffset? first = null;
        DateTimeOffset? closest = null;
        var outcome = await JsonFeed.ReadAsync(
            answer.Body,
            Shape,
            (int path, in JsonFeedPosition _, ref Utf8JsonReader value) =>
            {
                if (WireInstant.TryReadOrDay(ref value, zone, out var instant))
                {
                    first = path == 0 ? instant : first;
                    closest = path == 1 ? instant : closest;
                }

                return null;
            },
            cancellationToken);
        return outcome.IsSuccess ? new MaiiaNext(first ?? closest) : outcome.Error;
    }
}

/// <summary>The next free time, or null.</summary>
internal readonly record struct MaiiaNext(DateTimeOffset? At);
