using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.Benchmarks.Hosting;

/// <summary>Countries of one density, so that lists of practitioners show the same number of slots in a small one as in a large one.</summary>
internal static class BenchCountry
{
    /// <summary>Free slots of a practitioner over eight days: 5 million for 100 000, and near 500 in a list of 25 over three days.</summary>
    public const int SlotsEach = 50;

    /// <summary>A Monday morning; the hub's clock starts here, so that every run asks for the same slots.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 7, 0, 0, TimeSpan.FromHours(1));

    public static Country Of(int practitioners, ulong seed = 1) => new(new CountryOptions
    {
        Seed = seed,
        Practitioners = practitioners,
        Slots = (long)practitioners * SlotsEach,
        Days = 8,
        Start = Start,
        Vendors = VendorMarket.Read(Repository.Adapters),
    });
}
