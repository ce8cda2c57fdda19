namespace Sas.Interop.NationalLoad.Population;

/// <summary>A department and its share of the practitioners: numbers from <paramref name="First"/> to before <paramref name="End"/>.</summary>
/// <param name="Code">Such as <c>75</c>, <c>2A</c> or <c>974</c>.</param>
/// <param name="Population">Inhabitants in thousands, rounded.</param>
/// <param name="First">Number of its first practitioner.</param>
/// <param name="End">Number after its last practitioner.</param>
/// <param name="FirstCommunity">Number of its first community.</param>
internal sealed record Department(string Code, int Population, int First, int End, int FirstCommunity)
{
    /// <summary>Practitioners of one territory; about half of them are members of its community.</summary>
    public const int PractitionersPerCommunity = 150;

    public int Communities => (End - First + PractitionersPerCommunity - 1) / PractitionersPerCommunity;

    /// <summary>First two digits of a FINESS; Corsica keeps the old number, since some readers refuse the letter.</summary>
    public string FinessPrefix => Code[..2] is "2A" or "2B" ? "20" : Code[..2];

    public string TimeZone => Code switch
    {
        "971" => "America/Guadeloupe",
        "972" => "America/Martinique",
        "973" => "America/Cayenne",
        "974" => "Indian/Reunion",
        "976" => "Indian/Mayotte",
        _ => "Europe/Paris",
    };

    /// <summary>One of the postal codes of the department.</summary>
    /// <param name="roll">0 to 9.</param>
    public string PostalCode(int roll) => Code switch
    {
        "2A" => string.Create(CultureInfo.InvariantCulture, $"201{roll}0"),
        "2B" => string.Create(CultureInfo.InvariantCulture, $"202{roll}0"),

        // The islands that share 971 but not its zone have codes of their own, which these avoid.
        { Length: 3 } => string.Create(CultureInfo.InvariantCulture, $"{Code}{roll}0") is "97150" ? "97100" : string.Create(CultureInfo.InvariantCulture, $"{Code}{roll}0"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Code}{roll}00"),
    };
}
