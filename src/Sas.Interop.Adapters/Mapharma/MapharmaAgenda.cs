namespace Sas.Interop.Adapters.Mapharma;

/// <summary>One campaign and option to ask, with what the catalogue says of it.</summary>
/// <param name="Campaign">Identifier of the campaign.</param>
/// <param name="Option">Identifier of the option.</param>
internal sealed record MapharmaAgenda(string Campaign, string Option)
{
    /// <summary>Last segment of the pharmacy's page, or null.</summary>
    public string? Pharmacy { get; init; }

    /// <summary>The campaign's name in the pharmacy's words, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The campaign's own booking link, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The pharmacy's zone, or null.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The pharmacy's postal code, or null.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The catalogue counts no free time: what the calendar lists against that is not believed.</summary>
    public bool NothingFree { get; init; }

    /// <summary>Local time of the next free slot as the catalogue hints, or null.</summary>
    public string? NextFree { get; init; }
}
