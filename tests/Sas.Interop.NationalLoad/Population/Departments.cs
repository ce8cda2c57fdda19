namespace Sas.Interop.NationalLoad.Population;

/// <summary>Divides practitioners among the 101 departments as the population is divided.</summary>
internal static class Departments
{
    // Code and inhabitants in thousands.
    private const string Populations = """
        01 663 02 527 03 335 04 166 05 141 06 1098 07 329 08 268 09 154 10 311 11 376 12 280 13 2057 14 701 15 144 16 352 17 662 18 301 19 240 2A 162 2B 184
        21 535 22 606 23 115 24 413 25 546 26 521 27 600 28 431 29 921 30 757 31 1434 32 192 33 1655 34 1201 35 1098 36 217 37 614 38 1285 39 259 40 420 41 329
        42 768 43 228 44 1458 45 684 46 175 47 331 48 77 49 823 50 495 51 566 52 170 53 307 54 732 55 182 56 773 57 1049 58 202 59 2608 60 831 61 277 62 1462
        63 663 64 690 65 230 66 487 67 1152 68 768 69 1894 70 234 71 549 72 568 73 440 74 842 75 2130 76 1255 77 1438 78 1457 79 375 80 568 81 392 82 262 83 1096
        84 563 85 695 86 439 87 372 88 361 89 334 90 140 91 1313 92 1635 93 1669 94 1415 95 1256 971 384 972 361 973 286 974 873 976 300
        """;

    public static Department[] Divide(int practitioners)
    {
        var words = Populations.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var people = words.Where(static (_, index) => index % 2 == 1).Select(static word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        var total = people.Sum();
        var departments = new Department[people.Length];
        long before = 0;
        var communities = 0;
        for (var i = 0; i < people.Length; i++)
        {
            var first = (int)(before * practitioners / total);
            before += people[i];
            departments[i] = new Department(words[2 * i], people[i], first, (int)(before * practitioners / total), communities);
            communities += departments[i].Communities;
        }

        return departments;
    }
}
