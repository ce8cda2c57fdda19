namespace Sas.Interop.NationalLoad.Population;

/// <summary>What country to make. Equal options make equal countries, byte for byte.</summary>
internal sealed record CountryOptions
{
    public const int MostPractitioners = 500_000;

    public ulong Seed { get; init; } = 1;

    public int Practitioners { get; init; } = 100_000;

    /// <summary>Free slots in the country at minute 0, within a few percent.</summary>
    public long Slots { get; init; } = 5_000_000;

    /// <summary>Days that agendas are open ahead, today included.</summary>
    public int Days { get; init; } = 10;

    /// <summary>SOS Médecins associations.</summary>
    public int Associations { get; init; } = 60;

    /// <summary>Each owner's agenda changes once in so many minutes.</summary>
    public int ChurnMinutes { get; init; } = 60;

    /// <summary>The instant of minute 0; a morning before the first slot of most places.</summary>
    public required DateTimeOffset Start { get; init; }

    public required IReadOnlyList<VendorShare> Vendors { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">An option lies outside of what a country can be.</exception>
    public CountryOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Practitioners, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Practitioners, MostPractitioners);
        ArgumentOutOfRangeException.ThrowIfNegative(Slots);
        ArgumentOutOfRangeException.ThrowIfLessThan(Days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Days, 60);
        ArgumentOutOfRangeException.ThrowIfNegative(Associations);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Associations, 1_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(ChurnMinutes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ChurnMinutes, 100_000);
        ArgumentOutOfRangeException.ThrowIfZero(Vendors.Count);
        return this;
    }
}
