using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.NationalLoad.Driving;

/// <summary>
/// What the platform asks: lists of 1 to 25 practitioners of one neighbourhood, most of them full, over three days; some neighbourhoods far oftener than others;
/// a part as INT_R04.
/// </summary>
internal static class PlatformMix
{
    public const int LongestList = 25;
    private const double FullLists = 0.6;
    private const double WithCommunities = 0.2;
    private const double Exponent = 0.9;
    private static readonly TimeSpan Window = TimeSpan.FromDays(3);

    public static IEnumerable<SlotSearchRequest> Draw(Country country, DateTimeOffset now, int count)
    {
        var lists = Math.Max(1, country.Options.Practitioners / LongestList);
        var zipf = new Zipf(lists, Exponent);
        var popularity = country.Dice.With(Subject.Popularity);
        for (var i = 0; i < count; i++)
        {
            // Ranks are spread over the country, or the most popular lists would all be those of the first department.
            var list = (int)((long)zipf.Draw(popularity.With(i)) * 7_919 % lists);
            var sizes = country.Dice.With(Subject.ListSize).With(i);
            var size = sizes.Share < FullLists ? LongestList : 1 + sizes.With(1).Below(LongestList);
            yield return List(country, list * LongestList, size, now) with { WithCommunities = country.Dice.With(Subject.Flow).With(i).Share < WithCommunities };
        }
    }

    /// <summary>A list of neighbours, as INT_R01 over three days.</summary>
    public static SlotSearchRequest List(Country country, int first, int size, DateTimeOffset now)
    {
        var practitioners = Enumerable.Range(first, size).Select(number => NationalNumbers.Practitioner(number % country.Options.Practitioners));
        return new SlotSearchRequest([.. practitioners], now, now + Window, WithCommunities: false);
    }
}
