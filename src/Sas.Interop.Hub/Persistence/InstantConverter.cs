using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Sas.Interop.Hub.Persistence;

/// <summary>Instants as ticks in UTC: they compare on every database, and not all of them can compare instants with an offset.</summary>
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    static instant => instant.UtcTicks,
    static ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
