using System.Globalization;
using System.Text.Json;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Preferences;

/// <summary>Reads declared absences: for each place up to three planned ones, or a single one whose end is open (PLATFORM §8).</summary>
internal sealed class UnavailabilityReader(ObjectReader body)
{
    private const int Most = 200;
    private const int PlannedPerPlace = 3;
    private const int LongestPlace = 200;
    private const int LongestInstant = 40;
    private const int LongestYears = 2;
    private static readonly DateTimeOffset First = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Last = new(2150, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly FaultList _faults = body.Faults;

    public IReadOnlyList<UnavailabilityDocument> Read(string name)
    {
        if (body.At.Find(name) is null or { Kind: JsonValueKind.Null })
        {
            body.Find(name);
            return [];
        }

        var spans = new List<UnavailabilityDocument>();
        var counts = new Dictionary<string, (int Planned, int Open)>(StringComparer.Ordinal);
        foreach (var item in body.List(name, Most))
        {
            if (ObjectReader.Open(item, _faults) is { } reader && ReadOne(reader) is { } span)
            {
                spans.Add(span);
                Count(item, span, counts);
            }
        }

        return
        [
            .. spans.OrderBy(static span => span.Place, StringComparer.Ordinal)
                .ThenBy(static span => span.ToUnavailability().From ?? DateTimeOffset.MinValue)
                .ThenBy(static span => span.ToUnavailability().To ?? DateTimeOffset.MaxValue),
        ];
    }

    private UnavailabilityDocument? ReadOne(ObjectReader reader)
    {
        var before = _faults.Count;
        var place = Text(reader, "place", LongestPlace);
        var from = Instant(reader, "from");
        var to = Instant(reader, "to");
        reader.Close();
        if (_faults.Count > before)
        {
            return null;
        }

        if (from is null && to is not null)
        {
            _faults.Add($"{reader.At.Path}.from", reader.At.Line, "Missing; an absence with an end has a beginning.");
            return null;
        }

        if (from >= to)
        {
            _faults.Add($"{reader.At.Path}.to", reader.At.Line, "Must lie after 'from'.");
            return null;
        }

        if (to > from?.AddYears(LongestYears))
        {
            _faults.Add($"{reader.At.Path}.to", reader.At.Line, string.Create(CultureInfo.InvariantCulture, $"Must lie at most {LongestYears} years after 'from'; leave it out when the end is not known."));
            return null;
        }

        return new UnavailabilityDocument(place, UnavailabilityDocument.Text(from), UnavailabilityDocument.Text(to));
    }

    private void Count(SourceValue item, UnavailabilityDocument span, Dictionary<string, (int Planned, int Open)> counts)
    {
        // No place has an empty key.
        var key = span.Place ?? string.Empty;
        var (planned, open) = counts.GetValueOrDefault(key);
        (planned, open) = span.To is null ? (planned, open + 1) : (planned + 1, open);
        counts[key] = (planned, open);
        if (open > 1 || (open == 1 && planned > 0))
        {
            _faults.Add(item, "A place has one absence without end and no other, or planned ones.");
        }
        else if (planned > PlannedPerPlace)
        {
            _faults.Add(item, string.Create(CultureInfo.InvariantCulture, $"A place has at most {PlannedPerPlace} planned absences."));
        }
    }

    private string? Text(ObjectReader reader, string name, int longest) =>
        reader.Find(name) is { Kind: not JsonValueKind.Null } value ? ObjectReader.TextOf(value, longest, _faults) : null;

    private DateTimeOffset? Instant(ObjectReader reader, string name)
    {
        if (reader.Find(name) is not { Kind: not JsonValueKind.Null } value || ObjectReader.TextOf(value, LongestInstant, _faults) is not { } text)
        {
            return null;
        }

        if (Instants.TryReadWithOffset(text, out var instant) && instant >= First && instant < Last)
        {
            // Kept to the millisecond, as it is written.
            return instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMillisecond));
        }

        _faults.Add(value, "Must be an instant with offset between 2000 and 2150, such as 2026-03-02T08:00:00+01:00.");
        return null;
    }
}
