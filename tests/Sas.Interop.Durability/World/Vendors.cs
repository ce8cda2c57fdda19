using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.Durability.World;

/// <summary>The vendors of a run, by id, and their practitioners.</summary>
internal static class Vendors
{
    /// <summary>Books by interface, and keeps regulator accounts.</summary>
    public const string Api = "api";

    /// <summary>Books on its own page.</summary>
    public const string Page = "page";

    /// <summary>Keeps regulator accounts and nothing else.</summary>
    public const string Accounts = "accounts";

    /// <summary>Offers a marketplace.</summary>
    public const string Market = "market";

    private const int OwnersEach = 8;
    private const int FirstOther = 5_000;

    public static IReadOnlyList<string> Owners(string vendor)
    {
        var first = vendor switch { Api => 0, Page => OwnersEach, _ => 2 * OwnersEach };
        return [.. Enumerable.Range(first, OwnersEach).Select(NationalNumbers.Practitioner)];
    }

    /// <summary>A practitioner of whom no vendor has an agenda.</summary>
    public static string OtherOwner(int number) => NationalNumbers.Practitioner(FirstOther + number);

    /// <summary>System of a vendor's appointment identifiers.</summary>
    public static string AppointmentSystem(string vendor) => $"https://{vendor}.example/appointments";
}
