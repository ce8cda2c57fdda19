using System.Text.Json.Serialization;

namespace Sas.Interop.Hub.Orientations;

/// <summary>Counts of orientations over a span of time.</summary>
internal sealed record StatisticsDocument
{
    /// <summary>Made then or later.</summary>
    public required string From { get; init; }

    /// <summary>Made before.</summary>
    public required string To { get; init; }

    public required CountDocument All { get; init; }

    /// <summary>By SAS territory; those without one under null.</summary>
    public required IReadOnlyList<CountDocument> Territories { get; init; }

    /// <summary>By county of the place; those without a postal code under null.</summary>
    public required IReadOnlyList<CountDocument> Counties { get; init; }

    public required IReadOnlyList<CountDocument> Kinds { get; init; }

    public required IReadOnlyList<CountDocument> States { get; init; }
}

/// <summary>One line of counts.</summary>
/// <param name="Key">What is counted together; left out for all.</param>
/// <param name="Count">Orientations.</param>
/// <param name="Slots">Those to a slot.</param>
/// <param name="Within48Hours">Those to a slot that begins within 48 hours.</param>
/// <param name="Share">The third number of the second, to four digits; null when there is no slot.</param>
internal sealed record CountDocument(
    [property: JsonPropertyName("key")] string? Key,
    long Count,
    long Slots,
    [property: JsonPropertyName("within48Hours")] long Within48Hours,
    decimal? Share);

/// <summary>Weekly counts of practitioners.</summary>
/// <param name="Items">One practitioner each, in the order of their identifiers.</param>
/// <param name="Next">To be given as <c>after</c> for what follows; null at the end.</param>
internal sealed record WeeksDocument(IReadOnlyList<PractitionerWeeks> Items, string? Next);

/// <summary>One practitioner.</summary>
internal sealed record PractitionerWeeks(string NationalId, IReadOnlyList<WeekCount> Weeks);

/// <summary>One week with at least one orientation, in the form <c>2026-W09</c>.</summary>
internal sealed record WeekCount(string Week, int Count);
