using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.Scenarios.Tests.NationalLoad;

/// <summary>Countries of a size that tests can walk through.</summary>
internal static class Land
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 7, 0, 0, TimeSpan.FromHours(1));

    public static Country Of(ulong seed, int practitioners = 3_000, long slots = 120_000) => new(new CountryOptions
    {
        Seed = seed,
        Practitioners = practitioners,
        Slots = slots,
        Associations = 20,
        Start = Start,
        Vendors = VendorMarket.Read(Path.Combine(HubFixture.Root, "adapters.json")),
    });
}
