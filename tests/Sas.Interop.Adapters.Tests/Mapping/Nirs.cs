using System.Globalization;

using FsCheck;
using FsCheck.Fluent;

namespace Sas.Interop.Adapters.Tests.Mapping;

/// <summary>Numbers of invented persons: the right shape and key, for communes and orders at random.</summary>
internal static class Nirs
{
    private static readonly int[] Cuts = [1, 3, 5, 7, 10, 13];

    /// <summary>15 characters without separators.</summary>
    public static Gen<string> All(params char[] sexes) =>
        from sex in Gen.Elements(sexes)
        from year in Gen.Choose(0, 99)
        from month in Gen.OneOf(Gen.Choose(1, 12), Gen.Choose(30, 42), Gen.Choose(50, 99))
        from department in Gen.OneOf(Gen.Choose(1, 98).Select(static number => number.ToString("00", CultureInfo.InvariantCulture)), Gen.Elements("2A", "2B", "2a"))
        from commune in Gen.Choose(1, 990)
        from order in Gen.Choose(1, 999)
        select WithKey(string.Create(CultureInfo.InvariantCulture, $"{sex}{year:00}{month:00}{department}{commune:000}{order:000}"));

    /// <summary>In its seven groups.</summary>
    public static string Grouped(string number, string separator)
    {
        var text = number;
        foreach (var cut in Cuts.Reverse())
        {
            text = text.Insert(cut, separator);
        }

        return text;
    }

    /// <param name="number">13 characters.</param>
    /// <param name="wrongBy">Added to the key, which stays between 1 and 97.</param>
    public static string WithKey(string number, int wrongBy = 0)
    {
        var digits = number.ToUpperInvariant().Replace("2A", "19", StringComparison.Ordinal).Replace("2B", "18", StringComparison.Ordinal);
        var key = 97 - (int)(long.Parse(digits, CultureInfo.InvariantCulture) % 97);
        return string.Create(CultureInfo.InvariantCulture, $"{number}{((key - 1 + wrongBy) % 97) + 1:00}");
    }
}
